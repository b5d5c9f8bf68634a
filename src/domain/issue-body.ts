// An issue body as parts with an owner: blocks that are ours, and checklists that we share with people.

/** A block of text between our begin and end markers; everything inside is ours. */
export interface BodyBlock {
  readonly kind: 'block';
  /** Lower-case words with hyphens, unique within the body. */
  readonly name: string;
  /** Markdown, with signs for the numbers of issues that may not be open yet (body/issue-token.ts). */
  readonly text: string;
}

/** One checkbox. Its words are ours, its tick is the people's. */
export interface ChecklistItem {
  readonly id: string;
  /** One line of Markdown, already escaped. */
  readonly text: string;
  /** Id of the item of the same group that it is nested below; behind it in the list. Absent: below none. */
  readonly under?: string | undefined;
  /** Key of the issue that the line links to, once that is open. */
  readonly link?: string | undefined;
  /** Sets or clears the tick; absent leaves it to the people. A new line starts with it. */
  readonly ticked?: boolean | undefined;
}

export interface ChecklistGroup {
  /** Unique within the checklist: `week-3`. */
  readonly id: string;
  /** One line of Markdown without `#`, or of HTML where the group can be folded; already escaped. */
  readonly heading: string;
  /** A part that people fold and unfold, at first folded (`closed`) or not; `end` closes the last of them. Absent: a heading. */
  readonly fold?: 'open' | 'closed' | 'end' | undefined;
  readonly items: readonly ChecklistItem[];
}

/** Groups of checkboxes in which people may write, tick and reorder. */
export interface BodyChecklist {
  readonly kind: 'checklist';
  readonly groups: readonly ChecklistGroup[];
}

/** What we want a body to say. Where it meets what people wrote, `text/` merges. */
export interface BodyDocument {
  /** The key of the hidden marker: `v1.18.0/tracking-issue`. */
  readonly key: string;
  readonly parts: readonly (BodyBlock | BodyChecklist)[];
}
