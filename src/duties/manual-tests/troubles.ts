// The runs of manual tests that fail or are blocked, in a candidate or since an earlier one.
import { type ManualTest, type Results, type TestRun, keyOf, runsOf } from '../../domain/manual-test.ts';
import type { Release } from '../../domain/release.ts';
import { type Candidate, type CandidateInput, earlierThan } from './candidates.ts';

/** A run without a result that failed or was blocked when it was run last counts as that until it is run again. */
export interface Trouble {
  readonly run: TestRun;
  readonly result: 'fail' | 'blocked';
  /** Id of the candidate in which that was. */
  readonly in: string;
  readonly tester?: string | undefined;
  readonly note?: string | undefined;
  readonly link?: string | undefined;
}

/** In the order of the tests, failing ones first. What an earlier candidate of `active` tells is not told again. */
export function troublesOf(
  { milestone: { id } }: Candidate,
  active: readonly Candidate[],
  release: Release,
  { tests, results }: { readonly tests: readonly ManualTest[]; readonly results: Results },
  { config }: Pick<CandidateInput, 'config'>,
): readonly Trouble[] {
  const told = active.map(({ milestone }) => milestone.id);
  const candidates = [id, ...earlierThan(id, release, config)];
  const all = runsOf(tests, id).flatMap((run): Trouble[] => {
    const last = lastResult(run.id, candidates, results);
    if (last === undefined || (last.candidate !== id && told.includes(last.candidate))) return [];
    return last.result === 'fail' || last.result === 'blocked'
      ? [
          {
            run,
            result: last.result,
            in: last.candidate,
            tester: last.tester,
            note: last.note,
            link: last.link,
          },
        ]
      : [];
  });
  return [...all.filter(({ result }) => result === 'fail'), ...all.filter(({ result }) => result !== 'fail')];
}

function lastResult(run: string, candidates: readonly string[], results: Results) {
  return candidates
    .flatMap((candidate) => results.get(keyOf({ candidate, run })) ?? [])
    .find(({ result }) => result !== undefined);
}
