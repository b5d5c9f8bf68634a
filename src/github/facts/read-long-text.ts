// Texts of files: GraphQL brings the short ones, longer ones are read by their id.
import type { Known } from '../../domain/known.ts';
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { readBlob } from './read-blob.ts';

/** Fields of a blob that hold its text. */
export const TEXT_FIELDS = 'oid byteSize isBinary isTruncated text';

/** Bytes of a text that GraphQL gives; what is longer is cut. */
const SHORT = 512 * 1024;

/** Bytes of a text that is read at all. Results of 20,000 tests with a note each have 5 MB. */
const LONGEST = 8_000_000;

export interface RawText {
  readonly oid?: string;
  readonly byteSize?: number;
  readonly isBinary?: boolean | null;
  readonly isTruncated?: boolean;
  readonly text?: string | null;
}

/** The text of a blob that is there; a long one costs a request. Never rejects. */
export async function textOfBlob(github: GitHub, blob: RawText): Promise<Known<string>> {
  const { oid = '', byteSize = 0, isBinary, isTruncated, text } = blob;
  if (byteSize > LONGEST) return unknown(`it has more than ${LONGEST / 1_000_000} MB`);
  if (isTruncated === true || byteSize > SHORT) return await longText(github, oid);
  return isBinary === true || typeof text !== 'string' ? unknown('it is no text') : known(text);
}

async function longText(github: GitHub, oid: string): Promise<Known<string>> {
  try {
    const bytes = await readBlob(github, oid);
    if (bytes.byteLength > LONGEST) return unknown(`it has more than ${LONGEST / 1_000_000} MB`);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? unknown('it is no text') : known(text);
  } catch (error) {
    return error instanceof TypeError ? unknown('it is no text') : unknown(failureWords(error));
  }
}

function known(value: string): Known<string> {
  return { known: true, value };
}

function unknown(why: string): Known<never> {
  return { known: false, why };
}
