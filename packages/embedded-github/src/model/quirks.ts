// Ways in which a GitHub differs from its description, or tells a token less than another one: switched on while it runs.

export interface Quirks {
  /** Fields that GraphQL refuses to everybody, as `PullRequestReview.onBehalfOf`; what may not be null goes along. */
  readonly refusedFields: readonly string[];
  /** By operation of REST, as `GET /repos/{owner}/{repo}`: the instant from which it is answered no more. */
  readonly sunsets: Readonly<Record<string, string>>;
  /** Whether the `diff` of an edit holds the lines that it changed, in place of the whole text. */
  readonly editsHoldChanges: boolean;
  /** Whether nobody may react to what is written. */
  readonly noReactions: boolean;
  /** Whether mentions of teams stay plain text, as where the organization hides its teams. */
  readonly plainTeams: boolean;
}

export const NO_QUIRKS: Quirks = {
  refusedFields: [],
  sunsets: {},
  editsHoldChanges: false,
  noReactions: false,
  plainTeams: false,
};
