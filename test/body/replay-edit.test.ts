// One edit of a person, repeated on a text that others have changed by others.
import { overrun } from '../../src/body/overrun.ts';
import { replayEdit } from '../../src/body/replay-edit.ts';
import { tickedIds } from '../../src/body/ticks.ts';

const box = (id: string, ticked = false, words = id) =>
  `- [${ticked ? 'x' : ' '}] <!-- relcomms:task ${id} week-1 -->${words}<!-- /relcomms:task -->\n`;
const BEFORE = `Intro.\n\n${box('a')}${box('b', true)}`;
/** What we made of it: other words, and a box that somebody else has ticked. */
const NOW = `Intro.\n\n${box('a', true, 'A new')}${box('b', true, 'B new')}`;

test('ticks and unticks are repeated, our words stay new', () => {
  const after = `Intro.\n\n${box('a')}${box('b')}`;
  expect(replayEdit(NOW, BEFORE, after)).toBe(
    `Intro.\n\n${box('a', true, 'A new')}${box('b', false, 'B new')}`,
  );
});

test('a line that was added comes where it stood, with its blank lines', () => {
  const after = `Intro.\n\nMine,  with two spaces.\n\n${box('a')}  - my step\n${box('b', true)}`;
  expect(replayEdit(NOW, BEFORE, after)).toBe(
    `Intro.\n\nMine,  with two spaces.\n\n${box('a', true, 'A new')}  - my step\n${box('b', true, 'B new')}`,
  );
});

test('a line that was taken out goes; one that stands there twice stays', () => {
  expect(replayEdit(NOW, BEFORE, BEFORE.replace('Intro.\n', ''))).not.toContain('Intro.');
  const twice = `Intro.\n${NOW}`;
  expect(replayEdit(twice, BEFORE, BEFORE.replace('Intro.\n', ''))).toBe(twice);
});

test('a box of ours that was deleted is for the merge to settle: it stays', () => {
  expect([...tickedIds(replayEdit(NOW, BEFORE, `Intro.\n\n${box('a')}`))]).toEqual(['a', 'b']);
});

test('an edit that changed nothing changes nothing', () => {
  expect(replayEdit(NOW, BEFORE, BEFORE)).toBe(NOW);
  expect(replayEdit(NOW, BEFORE, BEFORE.replaceAll('\n', '\r\n'))).toBe(NOW);
});

test('a tick that is set and taken away again after our write is no edit that the write ran over', () => {
  const toggled = NOW.replace('[x]', '[ ]');
  expect(overrun([NOW, toggled, NOW, BEFORE], BEFORE, NOW, [BEFORE])).toBeUndefined();
  // The same texts stood in the history before: the edit between is found all the same.
  const lost = overrun([NOW, toggled, BEFORE, NOW, BEFORE], BEFORE, NOW, [BEFORE, NOW, BEFORE]);
  expect(lost).toEqual({ theirs: toggled, written: NOW });
});
