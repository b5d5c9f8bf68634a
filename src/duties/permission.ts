// The shape of a right at GitHub that relcomms asks for, with what is lost without it.

export interface Permission {
  /** As the manifest of an App names them: `{ pull_requests: 'write' }`. Empty where it can't ask for it. */
  readonly rights: Readonly<Record<string, 'read' | 'write'>>;
  /** What people call it, where that is more than the names of the rights. */
  readonly name?: string;
  /** What it is used for, in one line of Markdown. */
  readonly for: string;
  /** What is lost without it, in one line of Markdown. */
  readonly without: string;
}
