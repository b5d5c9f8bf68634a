// What of a plan goes together, and what stays where it is.
import type { Operation } from '../../../../src/domain/operation.ts';
import { inGroups } from '../../../../src/github/apply/together/in-groups.ts';

function plan(...kinds: readonly Operation['kind'][]): Operation[] {
  return kinds.map((kind) => ({ kind }) as Operation);
}

function kindsOf(operations: readonly Operation[]): string[][] {
  return inGroups(operations).map((group) => group.map(({ kind }) => kind));
}

test('neighbours that make and edit comments go together; what folds them away goes after them', () => {
  const all = plan(
    'write-body',
    'create-comment',
    'create-pull-comment',
    'create-pull-comment',
    'edit-comment',
    'minimise-comment',
    'minimise-comment',
    'write-ledger',
  );
  expect(kindsOf(all)).toEqual([
    ['write-body'],
    ['create-comment', 'create-pull-comment', 'create-pull-comment', 'edit-comment'],
    ['minimise-comment', 'minimise-comment'],
    ['write-ledger'],
  ]);
  expect(inGroups(all).flat()).toEqual(all);
});

test('labels that come and go are together, before and apart from comments', () => {
  expect(kindsOf(plan('create-label', 'add-labels', 'add-labels', 'remove-label', 'create-comment'))).toEqual(
    [['create-label'], ['add-labels', 'add-labels', 'remove-label'], ['create-comment']],
  );
});

test('what stands between two of them parts them, and other kinds never go together', () => {
  expect(
    kindsOf(plan('create-comment', 'close-issue', 'create-comment', 'add-assignee', 'add-assignee')),
  ).toEqual([['create-comment'], ['close-issue'], ['create-comment'], ['add-assignee'], ['add-assignee']]);
  expect(inGroups([])).toEqual([]);
});
