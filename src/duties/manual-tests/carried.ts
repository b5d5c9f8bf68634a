// Passes that hold for the next candidate, too: which tags are compared, what that changes, and what the section says of it.
import { type AskedComparison, type Comparison, renderComparisons } from '../../domain/comparison.ts';
import type { DesiredFile } from '../../domain/desired.ts';
import type { Known } from '../../domain/known.ts';
import type { Release } from '../../domain/release.ts';
import { carryRows, countCarried } from '../../manual-tests/carry-rows.ts';
import type { DutyContext } from '../duty.ts';
import { activeOf, candidatesOf } from './candidates.ts';
import { candidateTags } from './candidate-tags.ts';
import type { ManualConfig } from './config.ts';
import type { ManualInput } from './input.ts';
import type { TestState } from './known.ts';
import { carriedLine, carriedWords } from './render-carried.ts';

type Context = Pick<DutyContext<ManualConfig>, 'config' | 'now' | 'source'>;

/** What two tags differ in is kept beside the results. */
export function comparedPath({ version }: Pick<Release, 'version'>): string {
  return `${version}/compared.jsonl`;
}

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly asked: AskedComparison;
}

/** Each candidate that is tested now, with the one before. Nothing is compared while passes don't carry over. */
function pairsOf(release: Release, { config, now, source }: Context): Pair[] {
  if (!config['carry-over']) return [];
  const all = candidatesOf(release, config);
  const tagsOf = (milestone: (typeof all)[number]): string[] => candidateTags(milestone, release, config.tag);
  return activeOf(release, { config, now, holidays: source.spec.holidays }).flatMap(({ milestone }) => {
    const before = all[all.findIndex(({ id }) => id === milestone.id) - 1];
    if (before === undefined) return [];
    const place = { branch: config.branch, path: comparedPath(release) };
    return [
      { from: before.id, to: milestone.id, asked: { from: tagsOf(before), to: tagsOf(milestone), ...place } },
    ];
  });
}

/** What has to be looked at for it: nothing while it is off, or the first candidate is tested. */
export function carryQuestions(releases: readonly Release[], context: Context) {
  const asked = releases.flatMap((release) => pairsOf(release, context).map((pair) => pair.asked));
  const paths = [...new Set(asked.map(({ path }) => path))];
  const files = paths.map((path) => ({ branch: context.config.branch, path, text: true as const }));
  return { comparisons: asked, files };
}

export interface Carried {
  readonly state: TestState;
  /** What is remembered of the comparisons. */
  readonly desired: readonly DesiredFile[];
  /** By id of the candidate: one line of Markdown, escaped. */
  readonly lines: ReadonlyMap<string, string>;
}

export function carryOver(release: Release, state: TestState, input: ManualInput): Carried {
  const pairs = pairsOf(release, input).map((pair) => ({ ...pair, found: foundOf(pair, input) }));
  const after = pairs.reduce((before: TestState, { from, to, found }) => {
    const changed = found.known ? found.value?.files : undefined;
    return { ...before, results: carryRows(before, { from, to, changed }) };
  }, state);
  const lines = pairs.flatMap(({ from, to, found }): (readonly [string, string])[] => {
    const count = countCarried(after.tests, to, after.results);
    const line = carriedLine(from, found, count);
    return line === undefined ? [] : [[to, line]];
  });
  const kept = pairs.flatMap(({ found }) => (found.known && found.value !== undefined ? [found.value] : []));
  return { state: after, desired: fileOf(release, kept, input), lines: new Map(lines) };
}

function foundOf({ asked }: Pair, { observed }: ManualInput): Known<Comparison | undefined> {
  const text = JSON.stringify(asked);
  const one = observed.comparisons.find((other) => JSON.stringify(other.asked) === text);
  return one?.found ?? { known: false, why: 'this run did not compare them' };
}

function fileOf(
  release: Release,
  kept: readonly Comparison[],
  { config: { branch } }: ManualInput,
): DesiredFile[] {
  if (kept.length === 0) return [];
  const path = comparedPath(release);
  const content = renderComparisons(kept);
  return [
    {
      kind: 'file',
      branch,
      path,
      content,
      message: carriedWords.commit(release.version),
      why: carriedWords.whyFile(),
    },
  ];
}
