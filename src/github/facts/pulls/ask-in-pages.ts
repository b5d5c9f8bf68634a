// Asks for as many things at once as GitHub can answer: where a page was too much, all further ones of the run are smaller.
import type { GitHub } from '../../client.ts';
import { type PartialAnswer, isTooMuch, queryRepository } from '../../graphql.ts';

/** What is left of a page that was halved again and again; then it is what it is. */
const SMALLEST = 6;

/** The most that GitHub answered at once, by the client of the run; absent: nothing was too much yet. */
const caps = new WeakMap<object, number>();

export interface Page {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Paged {
  readonly answer: PartialAnswer;
  /** At which GitHub answered. */
  readonly size: number;
}

/**
 * Halves the page as long as GitHub breaks off, does not come to an end, or leaves out what `lacks` counts. Throws where
 * the smallest page fails, too, and what GitHub refuses.
 */
export async function askInPages(
  github: GitHub,
  most: number,
  pageOf: (size: number) => Page,
  lacks: (answer: PartialAnswer) => boolean,
): Promise<Paged> {
  const size = Math.min(most, caps.get(github.request) ?? most);
  const { query, variables } = pageOf(size);
  if (size <= SMALLEST) return { answer: await queryRepository(github, query, variables), size };
  try {
    const request = { retries: 0 };
    const answer = await queryRepository(github, query, { ...variables, request });
    if (answer.isCutOff !== true && !lacks(answer)) return { answer, size };
  } catch (error) {
    if (!isTooMuch(error)) throw error;
  }
  // Of several pages at the same time the smallest counts.
  caps.set(github.request, Math.min(caps.get(github.request) ?? size, Math.ceil(size / 2)));
  return await askInPages(github, most, pageOf, lacks);
}
