// A comment of ours that somebody else edited.

/** What it remembers counts as we wrote it, and it is put back. */
export interface EditedComment {
  readonly commentId: number;
  /** GraphQL node id. */
  readonly nodeId: string;
  /** The key of the marker that we wrote. */
  readonly key: string;
  /** Who edited it last; absent when GitHub no longer knows. */
  readonly by?: string | undefined;
  /** When that was, in GitHub's words. */
  readonly editedAt: string;
}
