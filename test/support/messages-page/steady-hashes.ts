// Commits of a play have other hashes each time: here they are numbered, so that the page is the same each time.
import { createHash } from 'node:crypto';
import type { PlayedText } from './played-texts.ts';

/** The same for whole hashes and for their first seven digits. */
export function steadyHashes(texts: readonly PlayedText[]): PlayedText[] {
  const json = JSON.stringify(texts);
  const found = [...new Set([...json.matchAll(/\b[0-9a-f]{40}\b/g)].map(([hash]) => hash))];
  const steady = found.reduce((text, hash, index) => {
    const other = createHash('sha1').update(`commit ${index}`).digest('hex');
    return text
      .replaceAll(hash, other)
      .replaceAll(new RegExp(`\\b${hash.slice(0, 7)}\\b`, 'g'), other.slice(0, 7));
  }, json);
  return JSON.parse(steady) as PlayedText[];
}
