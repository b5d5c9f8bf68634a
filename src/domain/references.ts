// Where a config names something that has to exist elsewhere in it.

/** Roles under `roles`, teams under `teams`, audiences under `audiences`, milestones of the schedule or of a release. */
export type Referent = 'role' | 'team' | 'audience' | 'milestone';

export interface References {
  /** Keys from the section down; `*` stands for every key and every item. */
  readonly path: readonly string[];
  /** What the texts found there may name. */
  readonly to: readonly Referent[];
  /** Words that name nothing, but mean something. */
  readonly words?: readonly string[] | undefined;
  /** The keys of the map found there are the names, and not its values. */
  readonly areKeys?: boolean | undefined;
}
