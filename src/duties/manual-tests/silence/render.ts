// The words of the issue about silent testers, of its comments, and of their lines in the log.
import type { Milestone } from '../../../domain/release.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { mention } from '../../../text/mention.ts';
import { countWords, dayWords, listWords } from '../../../text/words.ts';
import type { Rung, Waiting } from './ladder.ts';
import type { Asked } from './memory.ts';

/** Names of one team. */
const MOST = 15;

const AS: Readonly<Record<Rung, string>> = {
  tester: 'as tester',
  lead: 'as team lead',
  leads: 'as release lead',
};

const HOW =
  'Comment on the tracking issue: `/release test pass ID`, or `fail`, `blocked`, or `n/a` with `because REASON`. `/release tests` lists yours.';

export const words = {
  title: (version: string, { title }: Milestone) =>
    `Manual tests without progress: ${title} (${version})`.slice(0, 250),
  whyIssue: () => 'testers have recorded nothing for a working day',
  whyBody: () => 'testers recorded results, or somebody was asked',
  whyClosed: () => 'no manual test of the candidate is waited for any more',
  whyAssigned: () => 'manual tests have no progress',
  whyLog: () => 'people were asked about manual tests',
  opened: ({ title }: Milestone, asked: readonly Asked[]) =>
    `Manual tests of ${escapeMarkdown(title)} without progress: asked ${names(asked)}`,
  assigned: ({ title }: Milestone, { login, rung }: Asked) =>
    `Manual tests of ${escapeMarkdown(title)} without progress: assigned ${escapeMarkdown(login)} ${AS[rung]}`,
  commented: ({ title }: Milestone, asked: readonly Asked[]) =>
    `Manual tests of ${escapeMarkdown(title)} without progress: asked ${names(asked)}`,
  comment: (asked: readonly Asked[]) =>
    `${listWords(asked.map(({ login, rung }) => `${mention(login)} (${AS[rung]})`))}: these manual tests have no progress. ${HOW}`,
};

function names(asked: readonly Asked[]): string {
  const shown = asked.slice(0, MOST).map(({ login }) => escapeMarkdown(login));
  return listWords(asked.length > MOST ? [...shown, `${asked.length - MOST} others`] : shown);
}

export interface SilenceWords {
  readonly milestone: Milestone;
  /** With open tests, of those who were asked or are silent. */
  readonly waiting: readonly Waiting[];
  readonly asked: readonly Asked[];
}

/** One line for each team. Whom the new issue told stays mentioned: taking it out would tell nobody anything. */
export function renderSilence({ milestone, waiting, asked }: SilenceWords): string {
  const teams = [...new Set(waiting.map(({ team }) => team))].toSorted();
  const live = new Set(asked.flatMap(({ login, how }) => (how === 'opened' ? [login] : [])));
  const name = (login: string): string => (live.has(login) ? mention(login) : escapeMarkdown(login));
  const lines = teams.map((team) => {
    const own = waiting.filter((one) => one.team === team);
    const shown = own
      .slice(0, MOST)
      .map(({ login, open }) => `${name(login)} has ${countWords(open, 'open test')}`);
    const all = own.length > MOST ? [...shown, `${own.length - MOST} others`] : shown;
    return `- **${escapeMarkdown(team)}**: ${listWords(all)}`;
  });
  const others = asked.filter(
    ({ login, rung }) => rung !== 'tester' && !waiting.some((one) => one.login === login),
  );
  return [
    `**Nobody has recorded a result for these manual tests for a working day.** ${escapeMarkdown(milestone.title)} is due ${dayWords(milestone.day)}.`,
    lines.join('\n'),
    ...(others.length === 0
      ? []
      : [
          `Also asked: ${listWords(others.map(({ login, rung, day }) => `${name(login)} ${AS[rung]} on ${dayWords(day)}`))}.`,
        ]),
    `${HOW}\n\nWithout a result, relcomms asks the team lead a working day later, then the release leads. It closes this issue once nobody has open tests.`,
  ].join('\n\n');
}

export function renderOver({ title }: Milestone | { readonly title: string }): string {
  return `**Over.** No manual test of ${escapeMarkdown(title)} is waited for here any more.`;
}
