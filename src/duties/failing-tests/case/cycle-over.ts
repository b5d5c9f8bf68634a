// What becomes of the case files that are still open when the cycle of their release is over: handed to their owners.
import { dayAt } from '../../../domain/day.ts';
import type { Desired } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { type Release, isOver } from '../../../domain/release.ts';
import { blockText } from '../../../body/block-text.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { readMemory } from './case-memory.ts';
import type { FailingTestsInput } from '../input.ts';
import { entryOf, isCaseKey } from './keys.ts';
import { ownerById } from '../judge/owner.ts';
import { overWords } from '../say/render-over.ts';

/** Closes each once, with a word; whoever opens one again keeps it. */
export function leaveCases(
  release: Release,
  tracking: OwnIssue | undefined,
  input: FailingTestsInput,
): Desired[] {
  if (tracking === undefined || !isOver(release, input.now)) return [];
  const isNoted = (entry: string): boolean =>
    tracking.ledger?.entries.some(({ key }) => key === entry) === true;
  return input.observed.ownIssues
    .filter(({ key, state }) => state === 'open' && isCaseKey(key, release))
    .filter(({ key }) => !isNoted(entryOf(key, 'over')))
    .flatMap((issue) => leaveCase(issue, release, input));
}

function leaveCase(issue: OwnIssue, release: Release, input: FailingTestsInput): Desired[] {
  const { key, title, body } = issue;
  const memory = readMemory(issue);
  const owner = ownerById(memory.owner, release, input);
  const people = owner.people.filter((login) => !input.isQuiet(login, release.version));
  const entry = entryOf(key, 'over');
  const day = dayAt(input.now, release.timezone);
  // What it said last stays for whoever goes on; only its first words are no longer true.
  const [, ...rest] = (blockText(body, 'case') ?? '').split('\n\n');
  const text = [overWords.state(release, memory), ...rest].join('\n\n');
  return [
    {
      kind: 'issue',
      key,
      title,
      body: { key, parts: [{ kind: 'block', name: 'case', text }] },
      labels: [],
      assignees: [],
      state: 'closed',
      pin: false,
      why: overWords.why(),
      whyBody: overWords.why(),
      whyClosed: overWords.why(),
      closing: entry,
    },
    {
      kind: 'comment',
      issue: key,
      key: entry,
      entry,
      body: overWords.comment(release, memory, owner, people),
      why: overWords.why(),
    },
    {
      kind: 'entry',
      issue: trackingKey(release),
      key: entry,
      day,
      text: overWords.entry(memory, owner),
      why: overWords.why(),
    },
  ];
}
