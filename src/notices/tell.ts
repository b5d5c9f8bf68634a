// Sends a message: in its window, once, noted in the log, and only after its approval where a role gives one.
import type { DesiredNotice } from '../domain/desired-notice.ts';
import type { Desired, Skip } from '../domain/desired.ts';
import { MOST_TRIES, type OutboxRow } from '../domain/outbox.ts';
import { wordsOf } from '../memory/notice-id.ts';
import { heldFor, isShown } from './held.ts';
import { type Message, desiredOf, entryOf } from './message.ts';
import { type Audiences, internal, placesOf } from './places.ts';
import { render } from './render.ts';
import { noticeKey, rowsOf } from './rows.ts';
import type { NoticeSubject } from './subject.ts';

/** What should exist for a message, and what keeps it from going out. */
export interface Told {
  readonly desired: readonly Desired[];
  readonly skips: readonly Skip[];
}

export interface ToldMessage extends Message {
  /** Key of a log line that tells of it already; absent: it gets one of its own. */
  readonly entry?: string;
}

/** Words for everybody, or for those inside: these never go to a place outside (Y23). */
export type Reach = 'internal' | 'external';

/** The same message to every place of some audiences; names that no audience has are named in the report. */
export function tellAudiences(
  subject: NoticeSubject,
  names: readonly string[],
  from: Audiences,
  reach: Reach,
  message: Omit<ToldMessage, 'place'>,
): Told {
  const places = placesOf(names, from);
  const told = (reach === 'external' ? places : internal(places)).map((place) =>
    tell(subject, { ...message, place }),
  );
  const strangers = [...new Set(names)].filter((name) => !Object.hasOwn(from.audiences, name));
  return {
    desired: told.flatMap(({ desired }) => desired),
    skips: [
      ...strangers.map((name) => skip(subject, render.unknownAudience(name))),
      ...told.flatMap(({ skips }) => skips),
    ],
  };
}

/** `spare`: rows of the record that nobody needs any more. */
export function tell(subject: NoticeSubject, message: ToldMessage, spare: readonly string[] = []): Told {
  const { window, place, entry } = message;
  const isOpen = subject.now >= window.from && subject.now < window.until;
  if (!isOpen && (place.approval === undefined || !isShown(subject, message)))
    return { desired: [], skips: [] };
  const notice = { ...desiredOf(subject, message), spare, ...(entry === undefined ? {} : { entry }) };
  const { approval: role } = place;
  const goesOut = mayGoOut(notice, rowsOf(subject.tracking).get(notice.notice.key));
  const held = role === undefined || !goesOut ? undefined : heldFor(subject, message, role);
  if (held !== undefined && !held.approved)
    return {
      desired: held.desired,
      skips: [skip(subject, `${message.title}: ${render.waits(role ?? '')}`)],
    };
  if (!isOpen) return { desired: held?.desired ?? [], skips: [] };
  const log: Desired[] = entry === undefined ? [entryOf(subject, message)] : [];
  return { desired: [...(held?.desired ?? []), notice, ...log], skips: troubles(subject, message) };
}

/**
 * Whether these words may go out in this run or a later one, by what the record says: then they have to be approved,
 * whatever became of earlier words.
 */
function mayGoOut({ notice, current }: DesiredNotice, row: OutboxRow | undefined): boolean {
  if (row === undefined) return true;
  if (row.sent !== undefined) return current === true && row.words !== wordsOf(notice);
  return row.unsure !== true && (row.failed !== undefined || row.tries < MOST_TRIES);
}

/** Milliseconds after which a message that was begun and has no receipt is called lost. */
const LOST_AFTER = 3_600_000;

/** What did not go out is told in every report until it does. */
function troubles(subject: NoticeSubject, { name, place, title }: Message): Skip[] {
  const row = rowsOf(subject.tracking).get(noticeKey(subject, name, place.slug));
  if (row?.failed !== undefined)
    return [skip(subject, `${title}: ${render.failed(place.target, row.failed)}`)];
  if (row === undefined || row.sent !== undefined) return [];
  const lost = row.tries > 1 && subject.now - row.at > LOST_AFTER;
  return lost ? [skip(subject, `${title}: ${render.lost(place.target)}`)] : [];
}

/** Something about the messages of a release that people have to know. */
export function skip({ duty, release }: Pick<NoticeSubject, 'duty' | 'release'>, why: string): Skip {
  return { duty, what: render.what(release.version), why };
}
