// Where a section of the config has texts of its own, in which the variables of a release are filled in.

export interface TextPlace {
  /** Keys from the section down; `*` stands for every item of a list, and for every key of a table. */
  readonly path: readonly string[];
  /** In a link values are encoded, so that none of them adds a part to it. */
  readonly kind: 'text' | 'link';
}
