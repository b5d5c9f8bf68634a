// An edit that a write of ours ran over is found in the history and put back.
import { overrun, restore } from '../../src/text/overrun.ts';

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

test('an edit between read and write is given back whole', () => {
  const lost = overrun([OURS, THEIRS, BASE], BASE, OURS);
  expect(lost?.theirs).toBe(THEIRS);
  expect(lost && restore(OURS, lost)).toBe(THEIRS);
});

test('when people have gone on since, at least their ticks come back', () => {
  const onTop = OURS.replace('- [ ] <!-- relcomms:task b', '- [x] <!-- relcomms:task b');
  const lost = overrun([onTop, OURS, THEIRS, BASE], BASE, OURS);
  expect(lost && restore(onTop, lost)).toBe(onTop.replace('- [ ]', '- [x]'));
});
