// Cuts a list into pages and links to the neighbours.
import type { Answer, Call } from './call.ts';

const DEFAULT_SIZE = 30;
const LARGEST_SIZE = 100;

/** The page that the query asks for, with GitHub's Link header. */
export function page<T>(call: Call, items: readonly T[], json: (item: T) => unknown): Answer {
  const size = Math.min(positive(call.query.get('per_page'), DEFAULT_SIZE), LARGEST_SIZE);
  const number = positive(call.query.get('page'), 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const shown = items.slice((number - 1) * size, number * size).map(json);
  const link = links(call, number, last);
  return { status: 200, json: shown, ...(link === '' ? {} : { headers: { link } }) };
}

/** The same within an object that counts them, under the name of the list. */
export function pageOf<T>(call: Call, name: string, items: readonly T[], json: (item: T) => unknown): Answer {
  const { json: shown, ...answer } = page(call, items, json);
  return { ...answer, json: { total_count: items.length, [name]: shown } };
}

function links(call: Call, number: number, last: number): string {
  const [path] = call.target.split('?');
  const to = (target: number, rel: string): string => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(target));
    return `<${call.world.origin}/api/v3${path}?${query.toString()}>; rel="${rel}"`;
  };
  const before = number > 1 ? [to(number - 1, 'prev'), to(1, 'first')] : [];
  const after = number < last ? [to(number + 1, 'next'), to(last, 'last')] : [];
  return [...before, ...after].join(', ');
}

function positive(text: string | null, otherwise: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}
