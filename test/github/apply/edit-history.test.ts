// After a write only the newest edits are read; with what was read before they tell what a read of all would have told.
import * as fc from 'fast-check';
import { type RawText, joinEdits } from '../../../src/github/apply/edit-history.ts';

/** Edits, oldest first, as GitHub answers the newest of them. */
function answered(edits: readonly string[], most: number): RawText {
  const nodes = edits.map((edit, minute) => edited(edit, minute)).toReversed();
  return { body: edits.at(-1) ?? '', userContentEdits: { nodes: nodes.slice(0, most) } };
}

function edited(diff: string, minute: number) {
  const editedAt = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  return { diff, editedAt, editor: { __typename: 'User' as const, login: 'alice' } };
}

const texts = fc.array(fc.constantFrom('a', 'b'), { maxLength: 30 });

test('what is joined is what a read of all tells, or nothing', () => {
  let joined = 0;
  fc.assert(
    fc.property(texts, texts, (before, since) => {
      const all = [...before, ...since];
      const found = joinEdits(answered(all, 3), answered(before, 20));
      if (found !== undefined) joined += 1;
      const whole = answered(all, 20);
      expect(found ?? whole).toEqual(whole);
    }),
  );
  expect(joined).toBeGreaterThan(0);
});

const BEFORE = ['a', 'b', 'c', 'd'];

test('one or two new edits are joined, more are not', () => {
  const former = answered(BEFORE, 20);
  const withNew = (...since: string[]) => joinEdits(answered([...BEFORE, ...since], 3), former);
  expect(withNew()).toEqual(former);
  expect(withNew('e')).toEqual(answered([...BEFORE, 'e'], 20));
  expect(withNew('e', 'f')).toEqual(answered([...BEFORE, 'e', 'f'], 20));
  expect(withNew('e', 'f', 'g')).toBeUndefined();
});

test('a replica that has gone back, and a text that has lost a version, are read whole', () => {
  const former = answered(BEFORE, 20);
  expect(joinEdits(answered(BEFORE.slice(0, 3), 3), former)).toBeUndefined();
  const [ours, ...rest] = answered([...BEFORE, 'e'], 3).userContentEdits?.nodes ?? [];
  const without = [ours, ...rest.map((edit) => edit && { ...edit, diff: null })].map((edit) => edit ?? null);
  expect(joinEdits({ body: 'e', userContentEdits: { nodes: without } }, former)).toBeUndefined();
});

test('where two places fit, nobody is believed', () => {
  const same = { body: 'a', userContentEdits: { nodes: ['a', 'a', 'a'].map((diff) => edited(diff, 0)) } };
  expect(joinEdits(same, same)).toBeUndefined();
});
