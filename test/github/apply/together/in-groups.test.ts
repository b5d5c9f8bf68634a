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

test('what stands between two of them parts them, and other kinds never go together', () => {
  expect(
    kindsOf(plan('create-comment', 'close-issue', 'create-comment', 'add-labels', 'add-labels')),
  ).toEqual([['create-comment'], ['close-issue'], ['create-comment'], ['add-labels'], ['add-labels']]);
  expect(inGroups([])).toEqual([]);
});
