// GitHub's limits on titles and bodies.
import { Refusal } from '../refusal.ts';

const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 256;

export function checkBody(resource: string, body: string | null | undefined): void {
  if (body !== null && body !== undefined && characters(body) > LONGEST_BODY)
    throw Refusal.invalid(
      resource,
      'body',
      'custom',
      `body is too long (maximum is ${LONGEST_BODY} characters)`,
    );
}

export function checkTitle(resource: string, title: string | undefined): void {
  if (title === undefined) return;
  if (title.trim() === '') throw Refusal.invalid(resource, 'title', 'missing_field');
  if (characters(title) > LONGEST_TITLE)
    throw Refusal.invalid(
      resource,
      'title',
      'custom',
      `title is too long (maximum is ${LONGEST_TITLE} characters)`,
    );
}

/** Counts code points; only a long text needs counting at all. */
function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
