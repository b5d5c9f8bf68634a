// Puts what a run says on one issue into one comment, and its answers into another: people get an email for each.
import type { CommentPart } from '../../../text/comment-text.ts';
import type { Wish } from './send-wishes.ts';

/** Characters of one comment; GitHub takes 65,536, and markers and rules come on top. */
const ROOM = 60_000;

export interface Joined {
  readonly wishes: readonly Wish[];
  /** For each of those that were given, the index of the wish that carries it out. */
  readonly places: readonly number[];
}

/** In the order in which they were asked for; what is not shared stays by itself. */
export function joinNews(
  all: readonly { readonly wish: Wish; readonly isShared: 'news' | 'answers' | false }[],
): Joined {
  const wishes: Wish[] = [];
  const open = new Map<string, number>();
  const places = all.map(({ wish, isShared }) => {
    if (isShared === false || wish.kind !== 'make') return wishes.push(wish) - 1;
    const name = `${wish.number} ${isShared}`;
    const at = open.get(name);
    const before = at === undefined ? undefined : wishes[at];
    if (at !== undefined && before?.kind === 'make' && sizeOf([...before.parts, ...wish.parts]) <= ROOM) {
      wishes[at] = { ...before, parts: [...before.parts, ...wish.parts] };
      return at;
    }
    const place = wishes.push(wish) - 1;
    open.set(name, place);
    return place;
  });
  return { wishes, places };
}

function sizeOf(parts: readonly CommentPart[]): number {
  return parts.reduce((sum, { body }) => sum + body.length, 0);
}
