// Whatever stands in the hidden data of our texts: it is read without a crash, and only in its own shape.
import * as fc from 'fast-check';
import { readMemory, writeMemory } from '../../src/duties/failing-tests/case/case-memory.ts';
import { fromRows } from '../../src/duties/failing-tests/history/record-rows.ts';
import { readAlso } from '../../src/duties/approvals/remind/also.ts';
import type { Instant } from '../../src/domain/day.ts';
import { day, parseDay } from '../../src/domain/day.ts';
import type { LedgerState } from '../../src/domain/observed.ts';
import { readLedger, readState, renderLedger } from '../../src/memory/ledger.ts';
import { keyId, readOutboxRow } from '../../src/memory/outbox-row.ts';
import { readRecord, renderRecord } from '../../src/memory/record.ts';
import { rounds } from '../support/long.ts';

const KEY = 'v1/slack/dates/slack/releases';
const AT = 1_580_000_000_000 as Instant;
const STATE: LedgerState = {
  done: ['theme'],
  days: { rc1: day('2020-01-23') },
  due: { notes: day('2020-01-10') },
  assigned: ['theme/alice'],
  below: ['theme'],
  doneOn: { theme: day('2020-01-08') },
  skipped: { post: { by: 'alice', because: 'not this time' } },
  muted: ['bob'],
};
const ROW = {
  claim: 'run-1',
  at: AT,
  tries: 1,
  until: AT,
  key: keyId(KEY),
  sent: { place: 'C1', id: '1.2', link: 'https://slack.example/1' },
  words: 'abc',
  tells: { rc1: '2020-01-23' },
};
const ISSUE = {
  number: 7,
  id: 'I_7',
  databaseId: 7,
  title: '',
  state: 'open',
  labels: [],
  assignees: [],
} as const;
const LOG = renderLedger(
  'v1/tracking-issue',
  [{ key: 'v1/opened', day: day('2020-01-06'), text: 'Opened' }],
  STATE,
);
const MESSAGES = record('messages', { [KEY]: ROW });
const TESTS = record('tests', {
  'run/ci/1': { c: 'a'.repeat(40), t: AT, w: 'ci', f: 't1 t2' },
  'test/t1': { s: 'suite', n: 'name', r: ['a'.repeat(40), AT] },
  'family/ci': 'x y',
  dropped: 3,
});
const CASE = writeMemory({
  owner: 'api',
  turn: 2,
  state: 'red',
  since: { commit: 'a'.repeat(40), at: AT },
  redAt: AT,
  tests: ['t1'],
  eta: { day: day('2020-01-09'), by: 'alice' },
  progress: { text: 'on it', by: 'alice', at: AT },
  rung: { name: 'lead', at: AT },
});
const COMMENT = '<!-- relcomms:also alice=12:2020-01-23,15:2020-01-23 -->';

function record(name: string, rows: Record<string, unknown>): string {
  return renderRecord(`v1/tracking-issue/record/${name}`, { title: name, about: 'about', rows });
}

/** Flips, deletes and inserts characters, and puts values of another type in place of values. */
function edits(text: string): fc.Arbitrary<string> {
  const at = fc.nat(text.length);
  const odd = fc.constantFrom(
    '5',
    'null',
    '[]',
    '{}',
    '"x"',
    'true',
    '-1',
    '1e308',
    '[[]]',
    '{"__proto__":1}',
  );
  const values = [...text.matchAll(/"(?:[^"\\]|\\.)*"|\[[^\][]*\]|\{[^{}]*\}|-?\d+|true|null/g)];
  return fc.oneof(
    fc
      .tuple(at, fc.string({ minLength: 1, maxLength: 5 }))
      .map(([i, s]) => text.slice(0, i) + s + text.slice(i)),
    fc.tuple(at, fc.nat(30)).map(([i, n]) => text.slice(0, i) + text.slice(i + n)),
    fc
      .tuple(at, fc.nat(0xffff))
      .map(([i, c]) => text.slice(0, i) + String.fromCharCode(c) + text.slice(i + 1)),
    fc.tuple(fc.constantFrom(...values), odd).map(([value, by]) => {
      return text.slice(0, value.index) + by + text.slice(value.index + value[0].length);
    }),
  );
}

function isState(state: LedgerState | undefined): boolean {
  if (state === undefined) return true;
  const { done, assigned, below, muted = [], days, due, doneOn = {}, skipped = {} } = state;
  const texts = [
    ...done,
    ...assigned,
    ...below,
    ...muted,
    ...Object.values(skipped).flatMap((one) => [one.by, one.because]),
  ];
  const all = [...Object.values(days), ...Object.values(due), ...Object.values(doneOn)];
  return texts.every((text) => typeof text === 'string') && all.every((one) => parseDay(one) !== undefined);
}

test.each([
  [
    'a log',
    LOG,
    (text: string) => [
      isState(readState(text)),
      readLedger(text).every(({ day: d }) => parseDay(d) !== undefined),
    ],
  ],
  [
    'a record of messages',
    MESSAGES,
    (text: string) =>
      Object.entries(readRecord(text)).map(([key, row]) => {
        const read = readOutboxRow(row, key);
        return read === undefined || (read.tries >= 1 && new Date(read.at).getTime() === read.at);
      }),
  ],
  [
    'a record of tests',
    TESTS,
    (text: string) =>
      fromRows(readRecord(text)).runs.map(({ at, failed }) => Number.isInteger(at) && Array.isArray(failed)),
  ],
  [
    'a case file',
    CASE,
    (body: string) => {
      const memory = readMemory({
        ...ISSUE,
        key: 'v1/failing-tests/api/abc',
        body,
        createdAt: AT,
        commands: [],
      });
      return [memory.turn >= 1, Number.isInteger(memory.redAt), typeof memory.owner === 'string'];
    },
  ],
  [
    'a comment on a pull request',
    COMMENT,
    (text: string) => readAlso(text).map(({ pulls }) => pulls.length > 0),
  ],
] as const)('%s that somebody edited anywhere is read without a crash, in its own shape', (_, text, read) => {
  fc.assert(
    fc.property(edits(text), (edited) => expect(read(edited).every(Boolean)).toBe(true)),
    { numRuns: rounds(100, 1000) },
  );
});

test('what is whole is read as it was written', () => {
  expect(readState(LOG)).toEqual(STATE);
  expect(readOutboxRow(readRecord(MESSAGES)[KEY], KEY)).toEqual(ROW);
});

test('a row that stands under another key counts for nothing, and one from before keys were kept does', () => {
  expect(readOutboxRow(ROW, 'v1/slack/dates/slack/other')).toBeUndefined();
  expect(readOutboxRow({ ...ROW, key: undefined }, 'v1/slack/dates/slack/other')?.claim).toBe('run-1');
});
