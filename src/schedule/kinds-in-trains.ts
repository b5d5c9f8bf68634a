// What milestones of a train are whose titles name one of its lines: `1.17.5 code freeze` is no other version's.
import type { Milestone } from '../domain/release.ts';
import type { ReleaseLine } from '../domain/release-line.ts';
import { guessKind } from './guess-kind.ts';

/** The milestones, with their kinds where a line tells it; what the config says stays. */
export function kindsInTrain(
  milestones: readonly Milestone[],
  version: string,
  lines: readonly ReleaseLine[] | undefined,
): readonly Milestone[] {
  if (lines === undefined) return milestones;
  return milestones.map((one) => {
    if (one.kind !== undefined || guessKind(one, version).kind !== 'other') return one;
    const kind = lines.map((line) => guessKind(one, line.version).kind).find((guess) => guess !== 'other');
    return kind === undefined ? one : { ...one, kind };
  });
}
