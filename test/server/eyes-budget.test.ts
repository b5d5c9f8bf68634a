// Who gets 👀 at once: nobody can use up what there is for others.
import { startEyesBudget } from '../../src/server/eyes-budget.ts';
import type { Heard } from '../../src/server/heard.ts';

/** Whether comments of some people get one, at seconds; each on its own issue unless it is said otherwise. */
function given(...comments: readonly { readonly at: number; readonly by: string; readonly more?: object }[]) {
  let second = 0;
  const budget = startEyesBudget(() => second * 1000);
  return comments.map(({ at, by, more }, index) => {
    second = at;
    const heard = { association: 'NONE', author: by, issue: index, owner: 'acme', repo: 'demo', ...more };
    return budget(heard as unknown as Heard);
  });
}

const many = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) => ({ at: 0, by: `guest-${index}`, more }));

test.each(['OWNER', 'MEMBER', 'COLLABORATOR'])('people of the repository always do: %s', (association) => {
  expect(given(...many(20, { association, issue: 1 }))).not.toContain(false);
});

test.each(['NONE', 'CONTRIBUTOR', 'FIRST_TIMER'])('others do five times a minute: %s', (association) => {
  expect(given(...many(7, { association }))).toEqual([true, true, true, true, true, false, false]);
  expect(given(...many(5), { at: 59, by: 'late' }, { at: 60, by: 'later' }).slice(5)).toEqual([false, true]);
});

test('once for each person and issue', () => {
  const issue = { issue: 1 };
  const once = [
    { at: 0, by: 'guest', more: issue },
    { at: 1, by: 'guest', more: issue },
    { at: 1, by: 'guest', more: { issue: 2 } },
    { at: 1, by: 'other', more: issue },
  ];
  expect(given(...once)).toEqual([true, false, true, true]);
});

test('what happens in one repository takes nothing from another', () => {
  expect(given(...many(6), { at: 1, by: 'guest', more: { repo: 'other' } }).slice(5)).toEqual([false, true]);
});
