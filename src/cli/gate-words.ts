// The words that say which milestones relcomms takes for gates, and what made it think so.
import { isGateKind } from '../domain/milestone-kind.ts';
import type { Milestone, Release } from '../domain/release.ts';
import { guessKind } from '../schedule/guess-kind.ts';
import { kindOf } from '../schedule/milestone-kind.ts';
import { listWords } from '../text/words.ts';

/** What a milestone is taken for. */
export interface TakenFor {
  readonly release: string;
  readonly milestone: string;
  readonly kind: string;
  /** The config says it, or the words by which it was guessed; absent: no word says anything. */
  readonly by?: string | undefined;
}

/** Milestones of one release that the words list. */
const MOST = 12;

/** Titles that a person could take for a gate. */
const SOUNDS_LIKE_ONE = /\b(freeze|deadline|candidate|rc)\b/i;

export function takenFor(releases: readonly Release[]): TakenFor[] {
  return releases.flatMap(({ version, milestones }) =>
    milestones.map((one) => ({
      release: version,
      milestone: one.id,
      kind: kindOf(one, version),
      by: one.kind === undefined ? guessKind(one, version).by : 'kind',
    })),
  );
}

/** One line for each set of gates, plain text. */
export function gateWords(releases: readonly Release[]): string[] {
  const lines = new Map<string, string[]>();
  for (const release of releases) {
    const line = linesOf(release).join('\n');
    lines.set(line, [...(lines.get(line) ?? []), release.version]);
  }
  return [...lines].map(([line, versions]) => `Gates of ${listWords(versions)}: ${line}`);
}

function linesOf({ milestones, version }: Release): string[] {
  const isGate = (one: Milestone): boolean => isGateKind(kindOf(one, version));
  const others = milestones.filter((one) => !isGate(one) && SOUNDS_LIKE_ONE.test(one.title));
  return [
    `${listed(milestones.filter(isGate), (one) => named(one, version))}.`,
    ...(others.length === 0
      ? []
      : [
          `Not gates: ${listed(others, ({ title }) => title)}. Write "kind" with a milestone to change what it is.`,
        ]),
  ];
}

/** `Begin Code Freeze (code-freeze by "code … freeze")`. */
function named(milestone: Milestone, version: string): string {
  const kind = kindOf(milestone, version);
  const by = milestone.kind === undefined ? guessKind(milestone, version).by : undefined;
  if (kind === 'release') return milestone.title;
  return `${milestone.title} (${kind}${by === undefined ? '' : ` by "${by}"`})`;
}

function listed(milestones: readonly Milestone[], words: (one: Milestone) => string): string {
  const shown = milestones.slice(0, MOST).map(words);
  return listWords(milestones.length > MOST ? [...shown, `${milestones.length - MOST} more`] : shown);
}
