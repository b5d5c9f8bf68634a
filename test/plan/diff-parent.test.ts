// An issue is put below another one, or moved from one to another, and stays where people put it.
import type { DesiredIssue } from '../../src/domain/desired.ts';
import type { OwnIssue } from '../../src/domain/observed.ts';
import { diffParent } from '../../src/plan/diff-parent.ts';
import { at } from '../support/world.ts';

const NOW = at('2020-02-03T12:00:00Z');

function made(key: string, number: number, parent?: number): OwnIssue {
  return { key, number, parent, state: 'open', createdAt: NOW } as OwnIssue;
}

function moved(found: OwnIssue, movesFrom?: string) {
  const desired = { key: found.key, parent: { key: 'v2/tracking', entry: 'v1/closed', movesFrom } };
  const issues = [found, made('v1/tracking', 1), made('v2/tracking', 2)];
  const operations = diffParent('tracking-issue', desired as DesiredIssue, found, issues, NOW);
  return operations.map((one) => one.kind === 'add-sub-issue' && [one.parent, one.moves]);
}

test('without a parent it is put below one', () => {
  expect(moved(made('v1/task/a', 3))).toEqual([[{ number: 2 }, undefined]]);
  expect(moved(made('v1/task/a', 3, 1))).toEqual([]);
});

test('it is moved from the issue that is named, and from no other place', () => {
  expect(moved(made('v1/task/a', 3, 1), 'v1/tracking')).toEqual([[{ number: 2 }, true]]);
  for (const parent of [undefined, 2, 9])
    expect(moved(made('v1/task/a', 3, parent), 'v1/tracking')).toEqual([]);
});

test('a place to move from that is not there any more is none', () => {
  expect(moved(made('v1/task/a', 3), 'v0/tracking')).toEqual([]);
});
