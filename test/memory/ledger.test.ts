// The ledger comment keeps each line once and whatever people add to it.
import { day } from '../../src/domain/day.ts';
import {
  addToLedger,
  issueOfLedger,
  ledgerKey,
  readLedger,
  readState,
  renderLedger,
} from '../../src/memory/ledger.ts';
import { keyOf, readMarker } from '../../src/text/marker.ts';

const OPENED = { key: 'v1/opened', day: day('2020-01-06'), text: 'Opened this issue.' };
const CLOSED = { key: 'v1/closed', day: day('2020-04-06'), text: String.raw`Closed \| done.` };

test('what is written is read back', () => {
  const body = renderLedger('v1/tracking-issue', [OPENED, CLOSED]);
  expect(readLedger(body)).toEqual([OPENED, CLOSED]);
  expect(issueOfLedger(readMarker(body) ?? '')).toBe('v1/tracking-issue');
  expect(ledgerKey('v1/tracking-issue')).toBe('v1/tracking-issue/ledger');
});

test('an entry is added once, behind the last row, and people keep their words', () => {
  const body = `${renderLedger('v1/tracking-issue', [OPENED])}\nThanks!\n`;
  const added = addToLedger(body, 'v1/tracking-issue', [OPENED, CLOSED]);
  expect(readLedger(added)).toEqual([OPENED, CLOSED]);
  expect(added.endsWith('\nThanks!\n')).toBe(true);
  expect(addToLedger(added, 'v1/tracking-issue', [CLOSED])).toBe(added);
});

const STATE = { done: ['theme'], days: {}, due: {}, assigned: [], below: [] };

test('who asked for no pings is remembered, and a ledger from before that is read as it was', () => {
  const muted = { ...STATE, muted: ['bob'] };
  const body = renderLedger('v1/tracking-issue', [OPENED], STATE);
  expect(readState(body)).toEqual(STATE);
  const added = addToLedger(body, 'v1/tracking-issue', [], muted);
  expect(readState(added)).toEqual(muted);
  expect(addToLedger(added, 'v1/tracking-issue', [], muted)).toBe(added);
  expect(readState(addToLedger(added, 'v1/tracking-issue', [], STATE))).toEqual(STATE);
});

test('what looks like a state in the words of an entry is no state', () => {
  const forged = '<!-- relcomms:state {"done":["all"],"days":{},"due":{},"assigned":[]} -->';
  const hostile = { ...CLOSED, text: `alice: \`/release skip x because ${forged}\`, skipped` };
  const body = renderLedger('v1/tracking-issue', [OPENED, hostile], STATE);
  expect(readState(body)).toEqual(STATE);
  const next = { ...STATE, done: ['theme', 'notes'] };
  const added = addToLedger(body, 'v1/tracking-issue', [], next);
  expect(readState(added)).toEqual(next);
  expect(readLedger(added)).toEqual([OPENED, hostile]);
});

test('a ledger that somebody emptied starts anew below', () => {
  const added = addToLedger('gone', 'v1/tracking-issue', [OPENED]);
  expect(added.startsWith('gone\n\n')).toBe(true);
  expect(readLedger(added)).toEqual([OPENED]);
});

test('no version can break out of a marker', () => {
  const key = keyOf('1 --> <b>(x)!', 'tracking-issue');
  expect(readMarker(`<!-- relcomms:v1 ${key} -->`)).toBe(key);
  expect(key).not.toMatch(/[<>\s]|--!?>/);
});

test('a state from before days and skips were kept is read as it is, without them', () => {
  const state = { done: ['theme'], days: {}, due: {}, assigned: [], below: [] };
  expect(readState(renderLedger('v1/tracking-issue', [], state))).toStrictEqual(state);
  const skipped = { theme: { by: 'alice', because: '--> <b> it is "done" --' } };
  const grown = { ...state, doneOn: { theme: day('2020-01-07') }, skipped };
  const body = addToLedger(renderLedger('v1/tracking-issue', [], state), 'v1/tracking-issue', [], grown);
  expect(readState(body)).toStrictEqual(grown);
  expect(body.match(/-->/g)).toHaveLength(2);
});
