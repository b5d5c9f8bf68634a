// What may be asked of a workflow: its jobs, and how each of them ends.

/** How a job stands: GitHub's conclusions, and words for one that has none yet. */
export const JOB_WORDS = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'skipped',
  'timed_out',
  'action_required',
  'queued',
  'in_progress',
] as const;

export type JobWord = (typeof JOB_WORDS)[number];

export interface JobsOrder {
  /** The run is on its newest commit. */
  readonly branch: string;
  /** Another commit of it, by its full hash. */
  readonly commit?: string | undefined;
  /** Default: `CI`. */
  readonly workflow?: string | undefined;
  /** Default: `push`. */
  readonly event?: string | undefined;
  /** By name; none at all stands for a workflow that GitHub could not start. */
  readonly jobs: Readonly<Record<string, JobWord>>;
  /** The bytes of a zip by name. */
  readonly artifacts?: Readonly<Record<string, Uint8Array>> | undefined;
  /** An instant; default: now. */
  readonly at?: string | undefined;
  /** Id of a run that is there: jobs that still run end, others are started again. */
  readonly run?: number | undefined;
}
