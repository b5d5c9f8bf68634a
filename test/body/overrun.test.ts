// An edit that a write of ours ran over is found in the history and put back.
import { editsSince, overrun } from '../../src/body/overrun.ts';
import { rescue } from '../../src/body/rescue.ts';
import { readTicks } from '../../src/body/ticks.ts';

const line = (id: string, ticked: boolean) =>
  `- [${ticked ? 'x' : ' '}] <!-- relcomms:task ${id} week-1 -->${id}<!-- /relcomms:task -->\n`;
const BASE = line('a', false) + line('b', false);
const OURS = BASE.replace('>a<', '>A<');
const THEIRS = line('a', true) + line('b', false);

test('nothing came between: nothing was run over', () => {
  expect(overrun([OURS, BASE], BASE, OURS)).toBeUndefined();
  expect(overrun([], BASE, OURS)).toBeUndefined();
});

test('an edit before our read, and one after our write, are not run over', () => {
  expect(overrun([OURS, BASE, THEIRS], BASE, OURS)).toBeUndefined();
  expect(overrun([THEIRS, OURS, BASE], BASE, OURS)).toBeUndefined();
});

test('an edit between read and write is found', () => {
  expect(overrun([OURS, THEIRS, BASE], BASE, OURS)).toEqual({ theirs: THEIRS, written: OURS });
});

test('of two writes with the same words, ours is the newest that one of our accounts made', () => {
  const history = [OURS, THEIRS, OURS, BASE];
  expect(overrun(history, BASE, OURS, [], [true, false, true, true])).toMatchObject({ theirs: THEIRS });
  // A person went back to our words: nothing of theirs was run over.
  expect(overrun(history, BASE, OURS, [], [false, false, true, true])).toBeUndefined();
});

test('edits since a read are told by both histories, also where GitHub cut them off', () => {
  expect(editsSince(['c', 'b', 'a'], ['a'])).toEqual(['c', 'b']);
  expect(editsSince(['a'], ['a'])).toEqual([]);
  // As long as each other: what came first is no longer shown.
  expect(editsSince(['d', 'c', 'b'], ['b', 'a', 'z'])).toEqual(['d', 'c']);
  // The same text twice in a row misleads nobody.
  expect(editsSince(['d', 'c', 'b', 'b'], ['b', 'b', 'a', 'z'])).toEqual(['d', 'c']);
  expect(editsSince(['b', 'a'], ['d', 'c'])).toEqual([]);
});

/** A body with its history: `bob` stands for a person, anything else for one of our accounts. */
function edited(...versions: readonly (readonly [string, string])[]) {
  const newest = versions.toReversed();
  return {
    body: newest[0]?.[0] ?? '',
    history: newest.map(([text]) => text),
    byUs: newest.map(([, who]) => who !== 'bob' && who !== 'bob, long ago'),
    recent: newest.map(([, who]) => who !== 'bob, long ago'),
  };
}

const saved = (before: ReturnType<typeof edited>, now: ReturnType<typeof edited>) =>
  rescue(before, now, [OURS]);

const ticksOf = (text: string | undefined) => text && Object.fromEntries(readTicks(text));

test('nothing has to be rescued when no write of ours came after an edit of a person', () => {
  const before = edited([BASE, 'us']);
  expect(saved(before, edited([BASE, 'us'], [OURS, 'us'], [THEIRS, 'bob']))).toBeUndefined();
  expect(
    saved(edited([BASE, 'us'], [THEIRS, 'bob']), edited([BASE, 'us'], [THEIRS, 'bob'], [OURS, 'us'])),
  ).toBeUndefined();
});

test('one write over a person gives back the text whole', () => {
  expect(saved(edited([BASE, 'us']), edited([BASE, 'us'], [THEIRS, 'bob'], [OURS, 'us']))).toBe(THEIRS);
});

test('when people have gone on since, every tick of theirs comes back', () => {
  const onTop = OURS.replace('- [ ] <!-- relcomms:task b', '- [x] <!-- relcomms:task b');
  const now = edited([BASE, 'us'], [THEIRS, 'bob'], [OURS, 'us'], [onTop, 'bob']);
  expect(ticksOf(saved(edited([BASE, 'us']), now))).toEqual({ a: true, b: true });
});

test('a person who unticks is right against two runs that each wrote the tick again', () => {
  const ticked = THEIRS;
  const now = edited([ticked, 'us'], [BASE, 'bob'], [ticked, 'app'], [OURS, 'us'], [ticked, 'app']);
  expect(ticksOf(saved(edited([ticked, 'us']), now))).toEqual({ a: false, b: false });
});

test('a box that another run set stays set beside an edit of a person', () => {
  const own = `${BASE}\nmine\n`;
  const now = edited([BASE, 'us'], [own, 'bob'], [own.replace('- [ ]', '- [x]'), 'app'], [OURS, 'us']);
  const text = saved(edited([BASE, 'us']), now);
  expect(ticksOf(text)).toEqual({ a: true, b: false });
  expect(text).toContain('\nmine\n');
});

test('a box that another run set in the same moment stays set, though no person edited the body', () => {
  const cleared = edited([THEIRS, 'bob, long ago'], [BASE, 'app'], [OURS.replace('- [ ]', '- [x]'), 'us']);
  const text = rescue(edited([THEIRS, 'bob, long ago']), cleared, [OURS.replace('- [ ]', '- [x]')]);
  expect(ticksOf(text)).toEqual({ a: false, b: false });
});

test('a box that a person has just set stays set when another run, which had not seen it, clears it', () => {
  const ours = OURS.replace('- [ ]', '- [x]');
  const now = edited([BASE, 'us'], [THEIRS, 'bob'], [BASE, 'app'], [ours, 'us']);
  const text = rescue(edited([BASE, 'us'], [THEIRS, 'bob']), now, [ours]);
  expect(ticksOf(text)).toEqual({ a: true, b: false });
});

test('the text that another run put back is its own, though this run had written the very same before', () => {
  const ours = OURS.replace('- [ ]', '- [x]');
  const last = `${OURS}again\n`;
  const base: [string, string] = [THEIRS, 'bob, long ago'];
  const now = edited(base, [ours, 'us'], [BASE, 'app'], [ours, 'app'], [last, 'us']);
  expect(ticksOf(rescue(edited(base), now, [ours, last]))).toEqual({ a: true, b: false });
});
