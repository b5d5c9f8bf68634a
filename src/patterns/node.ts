// A pattern as a tree: what its parts accept, and how they stand together.

/** Whether a code point is meant. */
export type RuneTest = (rune: number) => boolean;

/** A place between two code points. */
export type Place = 'text-begin' | 'text-end' | 'line-begin' | 'line-end' | 'word-edge' | 'no-word-edge';

export type Node =
  | { readonly kind: 'rune'; readonly accepts: RuneTest }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly part: Node;
      readonly least: number;
      /** Infinity: as often as there is. */
      readonly most: number;
      /** Written with numbers, which nested ones multiply. */
      readonly counted: boolean;
    };
