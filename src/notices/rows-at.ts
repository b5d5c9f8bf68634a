// What the record says of the messages to one place.
import type { OutboxRow } from '../domain/outbox.ts';
import type { Place } from './places.ts';
import { noticePrefix, rowsOf } from './rows.ts';
import type { NoticeSubject } from './subject.ts';

export interface ToldRow {
  readonly key: string;
  /** The part of the key that is the message's own, without duty and place. */
  readonly name: string;
  readonly row: OutboxRow;
}

type Told = Pick<NoticeSubject, 'duty' | 'release' | 'tracking'>;

/** Those that went out, or of which nobody knows; the oldest first. */
export function rowsAt(subject: Told, place: Place): ToldRow[] {
  return allAt(subject, place)
    .filter(({ row }) => row.sent !== undefined || row.failed === undefined || row.unsure === true)
    .toSorted((a, b) => a.row.at - b.row.at);
}

/** Those that were begun, did not go out as far as anybody knows, and are tried again; `name` is what theirs begin with. */
export function untoldAt(subject: Told, place: Place, name: string): ToldRow[] {
  const prefix = `${noticePrefix(subject)}${name}/`;
  return allAt(subject, place).filter(
    ({ key, row }) => key.startsWith(prefix) && row.sent === undefined && row.unsure !== true,
  );
}

function allAt(subject: Told, place: Place): ToldRow[] {
  const prefix = noticePrefix(subject);
  const suffix = `/${place.slug.split('/').map(encodeURIComponent).join('/')}`;
  return [...rowsOf(subject.tracking)]
    .map(([key, row]) => ({ key, row }))
    .filter(({ key }) => key.startsWith(prefix) && key.endsWith(suffix))
    .map((found) => ({ ...found, name: found.key.slice(prefix.length, -suffix.length) }))
    .filter(({ name }) => !isLonger(name));
}

/** The slug of another place may end in that of this one: that of a trial, or of a workspace called slack. */
function isLonger(name: string): boolean {
  return /\/(?:trial|slack)$/.test(name);
}
