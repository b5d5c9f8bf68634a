// How a write names the issue that it is for.

/** An issue that exists, or one that this very plan opens. */
export type IssueRef = { readonly number: number } | { readonly key: string };
