// The calendar file: which bytes should stand where, decided from plain facts.
import * as z from 'zod';
import { addDays } from '../../../src/domain/day.ts';
import type { BranchFile, Ledger, LedgerEntry } from '../../../src/domain/observed.ts';
import { calendarConfig } from '../../../src/duties/calendar/config.ts';
import { type CalendarInput, calendarDuty } from '../../../src/duties/calendar/index.ts';
import { desiredForSlips, slipsOf } from '../../../src/duties/tracking-issue/slips/slips.ts';
import { diffFile } from '../../../src/plan/diff-file.ts';
import { blobId } from '../../../src/text/blob-id.ts';
import { CYCLE, inputOf, releaseOf } from '../slack/world.ts';
import { at } from '../../support/world.ts';
import { type Component, readCalendar, valueOf } from '../../calendar/read-calendar.ts';

const PLACE = { branch: 'relcomms-calendar', path: 'release.ics' };
const LATER = releaseOf(CYCLE.replace('release: 2020-03-05', 'release: 2020-03-19'));
const TOLD = Object.fromEntries(releaseOf().milestones.map(({ id, day: on }) => [id, on]));

interface Setting {
  readonly now?: string;
  readonly releases?: CalendarInput['releases'];
  readonly days?: typeof TOLD;
  readonly entries?: readonly LedgerEntry[];
  readonly file?: Partial<BranchFile>;
}

function answer({
  now = '2020-02-05T10:00:00Z',
  releases = [LATER],
  days,
  entries = [],
  file = {},
}: Setting) {
  const base = inputOf({ now });
  const state = { done: [], days: days ?? {}, due: {}, assigned: [], below: [] };
  const ledger: Ledger = { commentId: 1, body: '', entries, state };
  const input: CalendarInput = {
    ...base,
    config: z.parse(calendarConfig, {}),
    releases,
    observed: {
      ownIssues: base.observed.ownIssues.map((issue) => ({ ...issue, ledger })),
      files: [{ ...PLACE, isProtectedDefault: false, ...file }],
    },
  };
  return { ...calendarDuty.desire(input), files: calendarDuty.asks(input).files };
}

function content(setting: Setting): string {
  const [file] = answer(setting).desired;
  if (file?.kind !== 'file') throw new Error('no file');
  return file.content;
}

function event(text: string, id: string): Component {
  const found = readCalendar(text).components.find((one) => valueOf(one, 'UID') === `1.10.0/${id}@relcomms`);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

test('the run that tells a move writes the bytes that all later runs write', () => {
  const telling = content({ days: TOLD });
  const tracking = answer({ days: TOLD });
  expect(tracking.skips).toEqual([]);
  const issue = { ledger: { state: { days: TOLD }, entries: [] } } as unknown as Parameters<
    typeof slipsOf
  >[1];
  const context = { now: at('2020-02-05T10:00:00Z'), isQuiet: () => false };
  const wished = desiredForSlips(LATER, issue, slipsOf(LATER, issue), [], context as never);
  const entries = wished.flatMap((one) => (one.kind === 'entry' ? [one] : []));
  const days = Object.fromEntries(LATER.milestones.map(({ id, day: on }) => [id, on]));
  const later = content({ now: '2020-02-20T10:00:00Z', days, entries });
  expect(later).toBe(telling);
  const rc1 = event(later, 'rc1');
  expect([valueOf(rc1, 'SEQUENCE'), valueOf(rc1, 'DTSTART')]).toEqual(['1', '20200305']);
  expect(valueOf(rc1, 'DTSTAMP')).toMatch(/^20200205T/);
  expect(content({})).not.toBe(telling);
});

test('all releases that run are in one file; while none runs it is not even looked at', () => {
  const next = { ...LATER, version: '1.11.0', title: 'Kyma 1.11' };
  const both = content({ releases: [LATER, next] });
  expect(both.match(/^UID:1\.1[01]\.0\/rc1@relcomms/gm)).toEqual([
    'UID:1.10.0/rc1@relcomms',
    'UID:1.11.0/rc1@relcomms',
  ]);
  const over = addDays(LATER.end, 1);
  expect(answer({ now: `${over}T10:00:00Z` })).toEqual({ desired: [], skips: [], files: [] });
  expect(answer({}).files).toMatchObject([PLACE]);
});

test('a default branch that takes pull requests only is left alone, and that is said', () => {
  const { desired, skips } = answer({ file: { isProtectedDefault: true } });
  expect(desired).toEqual([]);
  expect(skips.map(({ why }) => why)).toEqual([
    'relcomms-calendar is the default branch and accepts changes only through pull requests; set another branch under `calendar`, or remove `branch`',
  ]);
});

test('the same bytes are no write; bytes are told apart as git does it', () => {
  // What `git hash-object` says of an empty file and of two bytes of UTF-8.
  expect(blobId('')).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
  const desired = { kind: 'file', ...PLACE, content: 'é', message: 'Dates', why: '' } as const;
  const oid = blobId('é');
  const there = (one: string | undefined) => [{ ...PLACE, oid: one, isProtectedDefault: false }];
  expect(diffFile('calendar', desired, there(oid))).toEqual([]);
  expect(diffFile('calendar', desired, there(undefined))).toMatchObject([
    { kind: 'put-file', seen: undefined },
  ]);
  expect(diffFile('calendar', desired, there('other'))).toMatchObject([{ kind: 'put-file', seen: 'other' }]);
});

test.each(['../a.ics', 'a//b.ics', '/a.ics', 'a.txt', '.github/workflows/a.yml', 'a\n.ics'])(
  'the path %j is refused',
  (path) => {
    expect(calendarConfig.safeParse({ path }).success).toBe(false);
  },
);
