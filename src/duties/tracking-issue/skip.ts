// What is left alone in a run, and why.
import type { Skip } from '../../domain/desired.ts';
import type { Release } from '../../domain/release.ts';
import type { DutyAnswer } from '../duty.ts';
import { render } from './render.ts';

export const DUTY = 'tracking-issue';

/** Nothing is wanted for the release. */
export function skip(release: Release, why: string): DutyAnswer {
  return { desired: [], skips: [skipped(release, why)] };
}

export function skipped(release: Release, why: string): Skip {
  return { duty: DUTY, what: render.title(release), why };
}
