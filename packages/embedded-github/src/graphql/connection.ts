// Pages of a list, with GitHub's rules for `first` and `last`.
import { Refusal } from '../refusal.ts';
import type { Arguments, Node } from './context.ts';
import { textOf } from './text-of.ts';
import { onlyArguments } from './uncovered.ts';

const LARGEST_PAGE = 100;
const PAGING = ['first', 'last', 'after', 'before'];

export interface Listing<T> {
  /** `Type.field`, for errors. */
  readonly field: string;
  readonly items: readonly T[];
  readonly id: (item: T) => string | number;
  readonly node: (item: T) => Node;
  /** Arguments that the caller has dealt with. */
  readonly handled?: readonly string[];
  /** Fields of the edge besides `cursor` and `node`. */
  readonly edge?: (item: T) => Node;
}

export function connection<T>(args: Arguments, listing: Listing<T>): Node {
  onlyArguments(listing.field, args, [...PAGING, ...(listing.handled ?? [])]);
  const { items, node } = listing;
  const [start, end] = range(args, listing);
  const shown = items.slice(start, end);
  const cursor = (index: number): string | null => {
    const item = items[index];
    return item === undefined ? null : encode(listing.id(item), index);
  };
  return {
    totalCount: items.length,
    nodes: shown.map((item) => refusedAlone(() => node(item))),
    // Only when asked for: most queries take the nodes alone.
    edges: () =>
      shown.map((item, index) => ({
        cursor: cursor(start + index),
        node: node(item),
        ...listing.edge?.(item),
      })),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: shown.length === 0 ? null : cursor(start),
      endCursor: shown.length === 0 ? null : cursor(end - 1),
    },
  };
}

function range<T>(args: Arguments, listing: Listing<T>): [number, number] {
  const first = size(args, 'first', listing.field);
  const last = size(args, 'last', listing.field);
  const name = listing.field.split('.')[1] ?? listing.field;
  if (first === undefined && last === undefined)
    throw new Refusal(
      200,
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
      'MISSING_PAGINATION_BOUNDARIES',
    );
  const after = textOf(args['after']);
  const before = textOf(args['before']);
  const from = after === undefined ? 0 : positionOf(after, listing) + 1;
  const to = before === undefined ? listing.items.length : positionOf(before, listing);
  if (first !== undefined) return [from, Math.min(to, from + first)];
  return [Math.max(from, to - (last ?? 0)), to];
}

function size(args: Arguments, name: 'first' | 'last', field: string): number | undefined {
  const value = args[name];
  if (typeof value !== 'number') return undefined;
  const connectionName = field.split('.')[1] ?? field;
  if (value > LARGEST_PAGE)
    throw new Refusal(
      200,
      `Requesting ${value} records on the \`${connectionName}\` connection exceeds the \`${name}\` limit of ${LARGEST_PAGE} records.`,
      'EXCESSIVE_PAGINATION',
    );
  return value;
}

/** A cursor names its item, so that a list may grow at either end; the index serves when the item is gone. */
function encode(id: string | number, index: number): string {
  return Buffer.from(`cursor:${index}:${id}`).toString('base64');
}

function positionOf<T>(cursor: string, listing: Listing<T>): number {
  const [word, index, id] = Buffer.from(cursor, 'base64').toString('utf8').split(':');
  if (word !== 'cursor')
    throw new Refusal(200, `\`${cursor}\` does not appear to be a valid cursor.`, 'INVALID_CURSOR_ARGUMENTS');
  const found = listing.items.findIndex((item) => String(listing.id(item)) === id);
  return found >= 0 ? found : Number(index) - 1;
}

/** A node that who asks may not see is an error at its place in the list, and leaves the others. */
function refusedAlone(node: () => Node): Node | Refusal {
  try {
    return node();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
