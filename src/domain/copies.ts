// Files that have copies of a release's dates: which a run asks for, and what it read.
import type { UnreadReason } from './elsewhere.ts';

export interface CopyPlace {
  /** `acme/website`; absent: the repository of the config. */
  readonly repository?: string | undefined;
  /** Absent: the default branch. */
  readonly branch?: string | undefined;
  readonly path: string;
}

/** A file that a run wants to know of for one release. */
export interface AskedCopy extends CopyPlace {
  /** Key of the tracking issue, whose text says when it was read last. */
  readonly issue: string;
  /** The days of the release: another value is another schedule. */
  readonly schedule: string;
  /** Today, in the zone of the release. */
  readonly day: string;
}

/** `large`, `binary`: the file is there, and not read. `no-file`: there is none on that branch. */
export type UnreadCopy = UnreadReason | 'no-file' | 'large' | 'binary';

export type ReadCopy = Pick<AskedCopy, 'issue'> &
  CopyPlace &
  ({ readonly text: string; readonly oid: string } | { readonly unread: UnreadCopy; readonly why: string });

/** The same for the same file. */
export function copyKey({ repository = '', branch = '', path }: CopyPlace): string {
  return `${repository.toLowerCase()}:${branch}:${path}`;
}
