// An issue is closed or opened again only as it was when we looked: a person's last word on it stands.
import type { OwnIssue } from '../../../src/domain/observed.ts';
import { closeIssue, reopenIssue } from '../../../src/github/apply/change-state.ts';
import { partialFailure, scriptedWorld } from '../../support/scripted-github.ts';
import { ownIssue } from '../../support/world.ts';

const US = 'relcomms[bot]';
const CLOSE = { kind: 'close-issue', number: 7 } as const;

/** A change of state as GitHub lists it. */
const change = (id: string, login = US) => ({
  id,
  createdAt: '2026-11-30T10:00:00Z',
  actor: { __typename: login === US ? 'Bot' : 'User', login: login.replace('[bot]', '') },
});

/** A world with issue 7 as it was seen, and what GitHub says of its state now; the patches are kept. */
function start(seen: Partial<OwnIssue>, now: readonly unknown[], refused?: string) {
  const patches: unknown[] = [];
  const answer = { repository: { issue: { stateChanges: { nodes: now } } } };
  const place = ['repository', 'issue', 'stateChanges'];
  const world = scriptedWorld({
    request: (route, given: object) => {
      patches.push([route.split(' ')[0], given]);
      return Promise.resolve({ data: {} });
    },
    graphql: () =>
      refused === undefined
        ? Promise.resolve(answer)
        : Promise.reject(partialFailure(answer, place, refused)),
    accounts: [US],
    issues: [ownIssue('k', 7, seen)],
  });
  return { world, patches };
}

test('a state that nobody changed is changed', async () => {
  const { world, patches } = start({}, []);
  expect(await closeIssue(world, CLOSE)).toEqual({ outcome: 'done', number: 7 });
  expect(patches).toEqual([
    ['PATCH', { owner: 'acme', repo: 'demo', issue_number: 7, state: 'closed', state_reason: 'completed' }],
  ]);
});

test('so is one whose last change is the one that was seen', async () => {
  const { world, patches } = start({ stateChange: 'E1', state: 'closed' }, [change('E1', 'alice')]);
  expect(await reopenIssue(world, { ...CLOSE, kind: 'reopen-issue' })).toEqual({
    outcome: 'done',
    number: 7,
  });
  expect(patches).toEqual([['PATCH', { owner: 'acme', repo: 'demo', issue_number: 7, state: 'open' }]]);
});

test.each([
  ['changed for the first time', undefined, 'E1'],
  ['changed once more', 'E1', 'E2'],
])('what was %s since then is left to the next run', async (_, stateChange, now) => {
  const { world, patches } = start({ stateChange }, [change(now, 'alice')]);
  expect(await closeIssue(world, CLOSE)).toEqual({
    outcome: 'not-tried',
    number: 7,
    detail: 'its state has just changed; the next run looks again',
  });
  expect(patches).toEqual([]);
});

test('a state that cannot be read is changed by nobody', async () => {
  const { world, patches } = start({}, [], 'Something went wrong.');
  await expect(closeIssue(world, CLOSE)).rejects.toThrow('Something went wrong.');
  expect(patches).toEqual([]);
});

test('closing waits for the rest of what its line in the log tells of', async () => {
  const { world, patches } = start({}, []);
  world.withheld.add('1.14.0/closed');
  expect(await closeIssue(world, { ...CLOSE, entry: '1.14.0/closed' })).toMatchObject({
    outcome: 'not-tried',
  });
  expect(patches).toEqual([]);
});
