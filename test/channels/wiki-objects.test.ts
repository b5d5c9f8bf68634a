// Trees of git as a wiki may hand them out: whole ones are read, and one that was cut off ends.
import { entriesOf } from '../../src/channels/wiki/look-up.ts';

const ID = 'a'.repeat(40);

function tree(...entries: readonly string[]) {
  const id = Buffer.from(ID, 'hex');
  const content = Buffer.concat(entries.flatMap((entry) => [Buffer.from(`${entry}\0`), id]));
  return { id: ID, content };
}

test('mode, name and id of each, spaces in names included', () => {
  expect(entriesOf(tree('100644 Home.md', '40000 a folder'))).toEqual([
    { mode: '100644', name: 'Home.md', id: ID },
    { mode: '40000', name: 'a folder', id: ID },
  ]);
});

test.each([1, 10, 21, 30])('cut off %i bytes before its end, it ends', (bytes) => {
  const whole = tree('100644 Home.md', '100644 Other.md');
  const names = entriesOf({ ...whole, content: whole.content.subarray(0, -bytes) }).map(({ name }) => name);
  expect(names.slice(0, 1)).toEqual(['Home.md']);
  expect(names.length).toBeLessThanOrEqual(2);
});
