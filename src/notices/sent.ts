// Whether messages went out to all places that they were for, and where people can read them.
import type { NoticeSubject } from './subject.ts';
import type { Place } from './places.ts';
import { rowsAt } from './rows-at.ts';

/** With the page of the first place that has one. Undefined: not everywhere yet, or there is no place. */
export function sentTo(
  subject: Pick<NoticeSubject, 'duty' | 'release' | 'tracking'>,
  places: readonly Place[],
  isMeant: (name: string) => boolean,
): { readonly link: string | undefined } | undefined {
  const sent = places.map((place) =>
    rowsAt(subject, place).find(({ name, row }) => row.sent !== undefined && isMeant(name)),
  );
  if (sent.length === 0 || sent.some((row) => row === undefined)) return undefined;
  return { link: sent.find((found) => found?.row.sent?.link !== undefined)?.row.sent?.link };
}
