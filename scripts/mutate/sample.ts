// Draws mutations by a seed. Each has a lot of its own, so that an edit of one file hardly changes the sample.
import { createHash } from 'node:crypto';
import type { Site } from './sites.ts';

/** As many as asked for, in the order in which they are tried; a larger count only adds to a smaller. */
export function sample(sites: readonly Site[], seed: number, count: number): Site[] {
  const lot = ({ id }: Site): string => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  return sites
    .map((site) => ({ site, lot: lot(site) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ site }) => site);
}

/** The mutations of one share, counted from 1. */
export function shareOf(drawn: readonly Site[], share: number, size: number): Site[] {
  return drawn.slice((share - 1) * size, share * size);
}
