// What the record of messages says to the duty, and what may go from it when it is full.
import * as fc from 'fast-check';
import type { RecordRows } from '../../../src/domain/observed.ts';
import type { OutboxRow } from '../../../src/domain/outbox.ts';
import { lightenOutbox } from '../../../src/memory/lighten-outbox.ts';
import { CYCLE, noticesOf, releaseOf, sentRow } from './world.ts';
import { at } from '../../support/world.ts';

const API = '1.10.0/slack/dates/slack/team-api';
const DUE = '1.10.0/slack/due/rc1/2020-02-20/1-weeks/slack/team-api';
const OLD = { rc1: '2020-02-20' };
const later = (day: string) => releaseOf(CYCLE.replace('release: 2020-03-05', `release: ${day}`));

function moved(rows: Readonly<Record<string, OutboxRow>>, release = later('2020-03-12')) {
  const found = noticesOf({ now: '2020-02-05T10:00:00Z', release, rows });
  return found.filter(({ notice }) => notice.title.includes('moved'));
}

function lost(when: string, tells: Readonly<Record<string, string>>, tries = 2): OutboxRow {
  const { sent: _, ...row } = sentRow(when, tells);
  return { ...row, tries };
}

test('what a trial told counts as told to nobody', () => {
  expect(moved({ '1.10.0/slack/dates/trial/slack/team-api': sentRow('2020-01-20T08:05:00Z', OLD) })).toEqual(
    [],
  );
  expect(moved({ [API]: sentRow('2020-01-20T08:05:00Z', OLD) })).toHaveLength(1);
});

test('a date that moves there, back, and there again is told three times', () => {
  const rows: Record<string, OutboxRow> = { [API]: sentRow('2020-01-20T08:05:00Z', OLD) };
  const keys = ['2020-03-12', '2020-03-05', '2020-03-12'].map((day, index) => {
    const [message] = moved(rows, later(day));
    const key = message?.notice.key ?? '';
    rows[key] = sentRow(`2020-02-0${index + 1}T08:00:00Z`, message?.tells);
    return key;
  });
  expect(new Set(keys).size).toBe(3);
  expect(keys).not.toContain('');
});

test('telling of a move that nobody knows of as arrived is begun again under its own name', () => {
  const rows = { [API]: sentRow('2020-01-20T08:05:00Z', OLD) };
  const [first] = moved(rows);
  const key = first?.notice.key ?? '';
  const claimed = { ...rows, [key]: lost('2020-02-05T09:00:00Z', first?.tells ?? {}, 1) };
  expect(moved(claimed).map(({ notice }) => notice.key)).toEqual([key]);
  expect(moved({ ...rows, [key]: sentRow('2020-02-05T09:00:00Z', first?.tells) })).toEqual([]);
});

test.each<[string, (message: OutboxRow) => OutboxRow]>([
  ['refused', (row) => ({ ...row, failed: 'not_in_channel' })],
  ['begun and broken off', (row) => row],
])('a reminder with the new day does not make up for the word that it moved, which was %s', (_, become) => {
  const rows = { [API]: sentRow('2020-01-20T08:05:00Z', OLD) };
  const [first] = moved(rows);
  const key = first?.notice.key ?? '';
  const reminded = {
    ...rows,
    [DUE]: sentRow('2020-02-05T09:00:00Z', first?.tells),
    [key]: become(lost('2020-02-05T09:00:00Z', first?.tells ?? {}, 1)),
  };
  expect(moved(reminded).map(({ notice }) => notice.key)).toEqual([key]);
  expect(moved({ ...reminded, [key]: sentRow('2020-02-05T16:00:00Z', first?.tells) })).toEqual([]);
});

const due = (row: OutboxRow) =>
  noticesOf({ now: '2020-02-13T09:00:00Z', rows: { [API]: row } }).filter(
    ({ notice }) =>
      notice.title.includes('Release candidate 1') && JSON.stringify(notice).includes('#team-api'),
  ).length;

test('a pinned message of which nobody will ever know holds no deadline up; one that is refused does', () => {
  expect(due(lost('2020-01-20T08:05:00Z', OLD))).toBe(1);
  expect(due(lost('2020-01-20T08:05:00Z', OLD, 1))).toBe(0);
  expect(due({ ...lost('2020-01-20T08:05:00Z', OLD), failed: 'no' })).toBe(0);
  expect(due({ ...lost('2020-01-20T08:05:00Z', OLD, 1), failed: 'no', unsure: true })).toBe(1);
});

test('spare is what is over, unless it told last of a date that is ahead', () => {
  const over = { until: at('2020-02-01T00:00:00Z') };
  const rows = {
    [API]: { ...sentRow('2020-01-20T08:05:00Z', OLD), ...over },
    [DUE]: { ...sentRow('2020-01-21T08:05:00Z', OLD), ...over },
    '1.10.0/slack/digest/2020-01-21/slack/team-api': { ...sentRow('2020-01-21T08:05:00Z'), ...over },
    '1.10.0/slack/due/rc2/x/y/slack/team-api': sentRow('2020-01-21T08:05:00Z', { rc2: '2020-02-27' }),
  };
  const spare = noticesOf({ now: '2020-02-05T10:00:00Z', rows })[0]?.spare;
  expect(spare).toEqual([API, '1.10.0/slack/digest/2020-01-21/slack/team-api']);
  const end = noticesOf({ now: '2020-02-22T10:00:00Z', rows }).at(-1)?.spare;
  expect(end).toContain(DUE);
});

test('a full record loses no row that is open, and none with days unless it is spare', () => {
  const now = at('2020-02-05T10:00:00Z');
  const row = fc.record({ open: fc.boolean(), tells: fc.boolean(), sent: fc.boolean(), spare: fc.boolean() });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 9 }), (kinds) => {
      const rows: RecordRows = Object.fromEntries(
        kinds.map((kind, index) => {
          const { tells, sent, ...rest } = sentRow('2020-01-20T08:05:00Z', OLD);
          const until = at(kind.open ? '2020-02-05T10:01:00Z' : '2020-02-05T10:00:00Z');
          return [
            String(index),
            { ...rest, until, ...(kind.tells ? { tells } : {}), ...(kind.sent ? { sent } : {}) },
          ];
        }),
      );
      const spare = kinds.flatMap((kind, index) => (kind.spare ? [String(index)] : []));
      const gone = lightenOutbox(rows, now, spare).flatMap((one) =>
        one.row === undefined ? [Number(one.name)] : [],
      );
      expect(gone).toEqual(
        kinds.flatMap((kind, index) => (!kind.open && (!kind.tells || kind.spare) ? [index] : [])),
      );
    }),
  );
});
