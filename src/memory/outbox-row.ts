// Reads a row of the record of messages; what is not of its shape counts as not there.
import type { Sent } from '../domain/notice.ts';
import type { OutboxRow } from '../domain/outbox.ts';
import { shortHash } from '../text/short-hash.ts';
import { countIn, daysOf, fieldsOf, instantIn, textIn, valueIn } from './read-value.ts';

/** The row of a message; one that was written for another key counts for nothing. */
export function readOutboxRow(row: unknown, key: string): OutboxRow | undefined {
  const fields = fieldsOf(row);
  const claim = textIn(fields, 'claim');
  const at = instantIn(fields, 'at');
  const until = instantIn(fields, 'until');
  const tries = countIn(fields, 'tries', 1);
  if (claim === undefined || at === undefined || until === undefined || tries === undefined) return undefined;
  const id = textIn(fields, 'key');
  // Rows from before this was kept have none.
  if (id !== undefined && id !== keyId(key)) return undefined;
  const sent = readSent(valueIn(fields, 'sent'));
  const tells = daysOf(valueIn(fields, 'tells'));
  return {
    claim,
    at,
    tries,
    until,
    ...textsOf(fields, ['words', 'failed', 'key', 'to']),
    ...(sent === undefined ? {} : { sent }),
    ...(tells === undefined ? {} : { tells }),
    ...(valueIn(fields, 'unsure') === true ? { unsure: true as const } : {}),
    ...(valueIn(fields, 'takenBack') === true ? { takenBack: true as const } : {}),
  };
}

/** Tells one key from another. */
export function keyId(key: string): string {
  return shortHash(key, 6);
}

type TextField = 'words' | 'failed' | 'key' | 'to';

function textsOf(fields: object, names: readonly TextField[]): Partial<Record<TextField, string>> {
  const texts = names.map((name) => [name, textIn(fieldsOf(fields), name)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined));
}

function readSent(value: unknown): Sent | undefined {
  const sent = fieldsOf(value);
  const place = textIn(sent, 'place');
  const id = textIn(sent, 'id');
  const link = textIn(sent, 'link');
  if (place === undefined || id === undefined) return undefined;
  return { place, id, ...(link === undefined ? {} : { link }) };
}
