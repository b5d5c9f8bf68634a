// The words of freezes and exceptions on pull requests and in the log, and the reasons for what is done.
import type { Pull } from '../../domain/pull.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention } from '../../text/mention.ts';
import { countWords, listWords } from '../../text/words.ts';
import { askedPeople } from './exceptions/deciders.ts';
import { type Step, type Verb, isAskedOut } from './exceptions/state.ts';
import type { FreezeInput } from './input.ts';
import { allowedWords, sinceWords, untilWords } from './render-freeze.ts';
import type { Verdict } from './verdict.ts';

type Frozen = Extract<Verdict, { kind: 'frozen' }>;

const SAYS: Readonly<Record<Verb, string>> = {
  ask: 'asked for a freeze exception for',
  accept: 'accepted the freeze exception for',
  refuse: 'refused the freeze exception for',
};

export const render = {
  comment: (
    pull: Pick<Pull, 'number' | 'base'>,
    verdict: Frozen,
    steps: readonly Step[],
    input: FreezeInput,
  ) =>
    [
      `**${codeSpan(pull.base)} is frozen** ${sinceWords(verdict.freeze)} ${untilWords(verdict.freeze, input.now)}.`,
      `Still allowed: ${allowedWords(input.config.allow, codeSpan)}.`,
      howToGoOn(pull, verdict, steps, input),
    ].join('\n\n'),
  step: (verb: Verb, by: string, pull: number, because: string | undefined) =>
    `${escapeMarkdown(by)} ${SAYS[verb]} #${pull}${because === undefined ? '' : `: ${escapeMarkdown(because)}`}`,
  ask: (people: readonly string[], steps: readonly Step[]) =>
    [
      `${people.map(mention).join(', ')}: ${countWords(steps.length, 'freeze exception waits', 'freeze exceptions wait')} for a decision. Comment \`/release exception accept #NUMBER\` or \`/release exception refuse #NUMBER because …\` here.`,
      steps.map(({ entry }) => `- ${entry.text}`).join('\n'),
    ].join('\n\n'),
  askEntry: (people: readonly string[], pulls: readonly number[]) =>
    `Asked ${listWords(people.map(escapeMarkdown))} to decide about ${countWords(pulls.length, 'freeze exception')}: ${pulls.map((pull) => `#${pull}`).join(', ')}.`,
  standing: (pull: number) => `#${pull}: a freeze exception waits for a decision`,
  statuses: (count: number) => countWords(count, 'commit status', 'commit statuses'),
  label: () => 'May be merged in spite of the freeze',
  why: whyOf,
  whyAsk: () => 'a freeze exception waits for a decision',
  whyFold: () => 'nobody has to act for the freeze any more',
  whyLabel: (present: boolean) => (present ? 'its exception is accepted' : 'its exception is not accepted'),
  whyLeft: (most: number) => `a run writes ${most} at most; the next run writes more`,
  whySection: () => 'freeze and exceptions',
  said: (by: string) => `${by} asked for it`,
};

function whyOf(verdict: Verdict): string {
  if (verdict.kind === 'open') return 'nothing is frozen for its branch';
  if (verdict.kind === 'labelled') return 'its label is allowed in the freeze';
  if (verdict.exception === undefined) return 'its branch is frozen';
  return verdict.exception === 'pending'
    ? 'its freeze exception waits for a decision'
    : `its freeze exception was ${verdict.exception}`;
}

/** Names without a mention: the deciders are asked in the tracking issue. */
function howToGoOn(
  { number }: Pick<Pull, 'number'>,
  { freeze: { release }, exception }: Frozen,
  steps: readonly Step[],
  { config }: FreezeInput,
): string {
  const people = askedPeople(release, config).map(escapeMarkdown);
  const decide = people.length === 0 ? 'the release leads' : listWords(people);
  const last = steps.findLast(({ pull }) => pull === number)?.entry.text;
  if (exception === 'pending') return `${last ?? ''}. It waits for a decision by ${decide}.`;
  const how = `comment \`/release exception because …\` here, with your reason. The decision is made by ${decide}.`;
  if (exception === undefined) return `To ask for an exception, ${how}`;
  return isAskedOut(number, steps) ? `${last ?? ''}.` : `${last ?? ''}. To ask again, ${how}`;
}
