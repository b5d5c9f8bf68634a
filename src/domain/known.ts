// A fact is known, or unknown with its reason.

/** A fact is known, or unknown with the reason; unknown is never taken for empty. */
export type Known<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly why: string };
