// Somebody is assigned where GitHub says so: it drops without a word who may not be.
import { addAssignee } from '../../../src/github/apply/add-assignee.ts';
import { scriptedWorld } from '../../support/scripted-github.ts';
import { ownIssue } from '../../support/world.ts';

const ENTRY = '1.14.0/assigned/alice';

/** What comes of it where GitHub answers with these assignees, and whether the log may tell of it. */
async function assign(assignees: readonly string[] | undefined, number = 7) {
  const data = { assignees: assignees?.map((login) => ({ login })) };
  const world = scriptedWorld({
    request: () => Promise.resolve({ data }),
    issues: [ownIssue('k', 7)],
  });
  const operation = { kind: 'add-assignee', issue: { number }, login: 'alice', entry: ENTRY } as const;
  const { outcome, detail } = await addAssignee(world, operation);
  return { outcome, detail, told: !world.withheld.has(ENTRY) };
}

test.each([[['alice']], [['bob', 'Alice']]])('it took: %j', async (assignees) => {
  expect(await assign(assignees)).toEqual({ outcome: 'done', detail: undefined, told: true });
});

test.each([[['bob']], [[]], [undefined]])('it did not: %j', async (assignees) => {
  expect(await assign(assignees)).toEqual({
    outcome: 'failed',
    detail: 'GitHub did not assign alice',
    told: false,
  });
});

test('nobody is asked where the issue is not there', async () => {
  expect(await assign(['alice'], 8)).toEqual({
    outcome: 'not-tried',
    detail: 'its issue was not created',
    told: false,
  });
});
