// A check run as a duty wants it.

/** What the newest commit of a candidate's pull request says; made where it says something else. */
export interface DesiredCheck {
  readonly kind: 'check';
  readonly pull: number;
  readonly conclusion: 'success' | 'pending';
  /** One line of plain text. */
  readonly title: string;
  /** Markdown, already escaped. */
  readonly summary: string;
  readonly why: string;
}
