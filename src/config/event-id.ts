// The id of an event that is given none: its title in lower-case words, without accents.
import { createHash } from 'node:crypto';

/** Longest id that is all words. */
const LONGEST = 40;

/** `kubecon-eu-2026` for `KubeCon EU 2026`. From the title alone, so that no other event changes it. */
export function eventId(title: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (/[a-z]/.test(words) && words.length <= LONGEST) return words;
  const hash = createHash('sha256').update(title).digest('hex').slice(0, 8);
  const begin = words.slice(0, LONGEST - 10).replace(/-$/, '');
  return `${/[a-z]/.test(begin) ? begin : 'event'}-${hash}`;
}
