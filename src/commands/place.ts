// Where commands may be written; the duty that keeps the place declares it, and answers there.
import type { Release } from '../domain/release.ts';

export interface Place {
  /** By which commands name it. */
  readonly name: string;
  /** Fits behind "a comment", and before a help line: `on a pull request`. */
  readonly on: string;
  /** Fits behind "is for": `pull requests`. */
  readonly of: string;
  /** Where people write first: its commands come first, and their help lines say no place. */
  readonly first?: boolean | undefined;
  /** Whether an issue of ours with this key is such a place of the release. Absent: no issue is. */
  readonly holds?: ((key: string, release: Pick<Release, 'version'>) => boolean) | undefined;
}
