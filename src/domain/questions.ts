// What a run wants to have looked at: an open list of questions, one kind for each look at the outside.

/**
 * Each fact adds its question in its own file in `src/github/facts/`, by the name under which it is asked. An absent
 * question is not asked; what then becomes of the facts that it is about is said at `observe`.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- facts add to it by merging
export interface Questions {}

/** One kind of question. */
export type Question<Q extends keyof Questions> = NonNullable<Questions[Q]>;
