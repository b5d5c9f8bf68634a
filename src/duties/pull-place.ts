// The place of commands on a pull request, and what every command there is given of it.
import type { Place } from '../commands/place.ts';
import type { Pull } from '../domain/pull.ts';

export const PULL_PLACE: Place = { name: 'pull', on: 'on a pull request', of: 'pull requests' };

/** The pull request that a command stands on. */
export interface OnPull {
  readonly pull: Pick<Pull, 'number' | 'base'>;
}
