// The words of the closing statement: what is in, what is out, what waits, and how to ask for an exception.
import type { Milestone, Release } from '../../domain/release.ts';
import { branchWords, pullWords } from '../../picks/render.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention } from '../../text/mention.ts';
import { IN_PLAN, andMore } from '../../text/more-words.ts';
import { clockWords, dayWords, listWords } from '../../text/words.ts';
import type { CherryPicksInput } from './input.ts';
import type { Pick } from './judge/branches.ts';
import type { Missing } from './judge/missing.ts';
import type { Faulty, Picture } from './judge/picture.ts';
import { numbers, render } from './render.ts';
import { titleOf } from './render-section.ts';
import { waitStateOf } from './state-of.ts';
import { askable } from './team.ts';
import type { PickWindow } from './window.ts';

/** Lines of each list. */
const MOST = 30;
const ON_BRANCH = 'the branch has all';

export interface Statement {
  readonly window: PickWindow;
  readonly deadline: Milestone;
  readonly unread?: string | undefined;
  readonly picked: readonly Pick[];
  /** On the branch, but not in time. */
  readonly after: readonly Pick[];
  readonly missing: readonly Missing[];
  readonly waiting: Picture['waiting'];
  readonly unsure: readonly Missing[];
  readonly faulty: readonly Faulty[];
  /** Who decides about exceptions by command; absent: the config knows none here. */
  readonly exceptions?: readonly string[] | undefined;
  readonly leads: readonly string[];
}

/** People whose fixes are out or wait are mentioned, each once. */
export function renderStatement(said: Statement, input: CherryPicksInput): string {
  const { window, deadline, missing, waiting, unsure, faulty } = said;
  const name = nameOnce(window.release, input);
  const day = `${dayWords(deadline.day)}${clockWords(deadline)}`;
  const out = missing.map(
    ({ fix, branches }) =>
      `${pullWords(fix)}, not on ${branchWords(...branches)}; owner: ${name(fix.author)}`,
  );
  const open = waiting.map(({ pull }) => {
    const { words, owner, isOther } = waitStateOf(pull, window.release.version, input);
    return `${pullWords(pull)}, ${words}${isOther ? ` (${owner})` : ''}; author: ${name(pull.author)}`;
  });
  const names = branchWords(...window.branches);
  return [
    `### ${titleOf(window.release)}: cherry-picks are closed`,
    `${titleOf(deadline)} was ${day}. ${names} no longer ${window.branches.length === 1 ? 'takes' : 'take'} cherry-picks.`,
    ...inAndOut(said, out),
    list('Waiting', open, 'no cherry-pick is open', IN_PLAN),
    ...some('To check', faulty.map(render.faulty), IN_PLAN),
    ...(unsure.length === 0
      ? []
      : [`**Unknown:** whether ${names} has ${numbers(unsure.map(({ fix }) => fix.number))}.`]),
    howToAsk(said),
  ].join('\n\n');
}

/** Nothing is said to be in or out where that is not known. */
function inAndOut({ unread, picked, after, unsure }: Statement, out: readonly string[]): string[] {
  if (unread !== undefined) return [`**In and out:** unknown. ${escapeMarkdown(unread)}.`];
  return [
    list('In', picked.map(pickWords), 'nothing was cherry-picked', ON_BRANCH),
    ...some('In, after the deadline', after.map(pickWords), ON_BRANCH),
    list(
      'Out',
      out,
      unsure.length === 0 ? 'nothing that was wanted is left out' : 'no fix that is known',
      IN_PLAN,
    ),
  ];
}

function some(title: string, lines: readonly string[], where: string): string[] {
  return lines.length === 0 ? [] : [list(title, lines, '', where)];
}

/** One line of the log. */
export function entryText({ picked, missing, waiting, unread }: Statement): string {
  const counts = unread === undefined ? `${picked.length} in, ${missing.length} out` : 'in and out unknown';
  return `Closed the cherry-picks: ${counts}, ${waiting.length} waiting`;
}

function list(title: string, lines: readonly string[], nothing: string, where: string): string {
  if (lines.length === 0) return `**${title}:** ${nothing}.`;
  const shown = [...lines.slice(0, MOST), ...andMore(lines.length - MOST, where)];
  return [`**${title}** (${lines.length})`, '', ...shown.map((line) => `- ${line}`)].join('\n');
}

/** `#31 Mend the login, of #12`; a commit without a pull request goes by its id. */
function pickWords({ number, title, step, sources }: Pick): string {
  const of = sources.length === 0 ? '' : `, of ${numbers(sources)}`;
  if (number !== undefined) return `${pullWords({ number, title })}${of}`;
  return `${codeSpan((step.commits[0] ?? '').slice(0, 10))} ${escapeMarkdown(title.slice(0, 80))}${of}`;
}

function people(names: readonly string[]): string {
  return listWords(names.map(escapeMarkdown));
}

function howToAsk({ exceptions, leads }: Statement): string {
  if (exceptions === undefined)
    return `To cherry-pick something later, ask ${leads.length === 0 ? 'the release lead' : people(leads)}.`;
  const decide = exceptions.length === 0 ? 'release leads' : people(exceptions);
  return `To cherry-pick something later, open its pull request to the branch and comment \`/release exception because …\` there. The decision is made by ${decide}; this issue lists it under "Freeze".`;
}

/** A mention the first time, then the plain name. */
function nameOnce(release: Release, { isQuiet }: CherryPicksInput) {
  const told = new Set<string>();
  return (author: Missing['fix']['author']): string => {
    const { login } = author;
    const isNew =
      askable(author).length > 0 && !isQuiet(login, release.version) && !told.has(login.toLowerCase());
    told.add(login.toLowerCase());
    return isNew ? mention(login) : render.owner(login);
  };
}
