// A problem with the place where it was written, possibly in a preset.
import type { Problem } from '../domain/problem.ts';
import type { Place } from './yaml/node.ts';

export interface PlacedProblem {
  readonly problem: Problem;
  readonly at: Place;
}
