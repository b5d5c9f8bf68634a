// Mutations that change nothing anybody could see, each with the reason. They count neither as killed nor as survived.

export interface Equivalent {
  readonly file: string;
  /** The line of the source without its indentation, and what the mutation makes of it. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'src/duties/failing-tests/judge/matches-any.ts',
    from: 'if (compiled.size > 1000) compiled.clear();',
    to: 'if (false) compiled.clear();',
    why: 'a pattern that is forgotten is compiled once more, with the same answer: only memory grows',
  },
];

/** The one that a mutation is, if any. */
export function knownAs(
  site: Pick<Equivalent, 'file' | 'from' | 'to'>,
  known: readonly Equivalent[] = EQUIVALENT,
): Equivalent | undefined {
  return known.find(({ file, from, to }) => file === site.file && from === site.from && to === site.to);
}
