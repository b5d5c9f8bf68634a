// One step of a task: a checkbox of its own, known by its id however the list changes.

export interface Step {
  /** Unique within the task as written, and within the release once that is built. */
  readonly id: string;
  /** One line of Markdown as a maintainer wrote it. */
  readonly text: string;
  /** The version of the train's line that it is for. Absent: for the whole release. */
  readonly line?: string | undefined;
}
