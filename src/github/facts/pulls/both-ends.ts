// Reads a long list from both of its ends at the same time, until they meet: half as many pages come one after the other.
import { sideBySide } from '../../side-by-side.ts';

export type End = 'front' | 'back';

export interface ListPage<T> {
  /** In the order of the list, whichever end they were read from. */
  readonly items: readonly T[];
  /** How many the whole list has. */
  readonly total: number;
  /** Where it goes on, away from its end; undefined: there is nothing more. */
  readonly further?: string | undefined;
}

/** The page behind a cursor; null begins at the end itself. */
export type AskPage<T> = (end: End, cursor: string | null) => Promise<ListPage<T>>;

/** What one page holds: where less is left, the front goes on alone, and always where two ends would cost a page more. */
const PAGE = 100;

/**
 * All of a list, from its first page on, each once. What opens or closes meanwhile may be among them or not; all others
 * are, as the ends go on until both have seen one and the same item, or one has come to the other end.
 */
export async function fromBothEnds<T>(
  first: ListPage<T>,
  ask: AskPage<T>,
  keyOf: (item: T) => number,
): Promise<T[]> {
  const front = new Map(first.items.map((item) => [keyOf(item), item]));
  const back: T[] = [];
  // The ends have met once they share an item: where whole pages fill the list, that would be a page more.
  const isFree = first.total % PAGE !== 0;
  let { further, total } = first;
  let before: string | null = null;
  while (further !== undefined) {
    const at: { readonly front: string; readonly back: string | null } = { front: further, back: before };
    const isFar = isFree && total - front.size - back.length >= PAGE;
    const askBack = isFar ? [() => ask('back', at.back)] : [];
    // oxlint-disable-next-line no-await-in-loop -- where a page begins is known by the one before
    const [ahead, behind] = await sideBySide([() => ask('front', at.front), ...askBack]);
    for (const item of ahead.items) front.set(keyOf(item), item);
    back.unshift(...(behind?.items ?? []));
    const haveMet = back.some((item) => front.has(keyOf(item)));
    if (haveMet || (behind !== undefined && behind.further === undefined)) break;
    ({ further, total } = ahead);
    before = behind?.further ?? before;
  }
  return [...front.values(), ...back.filter((item) => !front.has(keyOf(item)))];
}
