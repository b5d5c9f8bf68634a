// The issue that says that the config is broken: one for each commit that broke it, unless people closed that one.
import type { Observation, OwnIssue } from '../../src/domain/observed.ts';
import { tellBroken } from '../../src/plan/alarms/tell-broken.ts';
import { brokenConfigKey } from '../../src/memory/broken-config.ts';
import { at, ownIssue } from '../support/world.ts';

const COMMIT = 'a'.repeat(40);
const BROKEN = { path: '.github/relcomms.yml', problems: [], commit: COMMIT, people: ['alice'] };

function told(issues: readonly OwnIssue[]): string[] {
  const observation = {
    ownIssues: { known: true, value: issues },
    labels: { known: true, value: [{ name: 'relcomms' }] },
    githubMilestones: { known: true, value: [] },
    pins: { known: true, value: [] },
  } as unknown as Observation;
  return tellBroken(BROKEN, observation, at('2026-11-02T10:00:00Z')).map(({ kind }) => kind);
}

test('it is opened where there is none', () => {
  expect(told([])).toContain('create-issue');
});

test('one that is open follows the mistakes, whichever commit it was opened for', () => {
  const kinds = told([ownIssue(brokenConfigKey('b'.repeat(40)), 3)]);
  expect(kinds).not.toContain('create-issue');
  expect(kinds).toHaveLength(1);
});

test('one that people closed stays closed until another commit breaks the config', () => {
  expect(told([ownIssue(brokenConfigKey(COMMIT), 3, { state: 'closed' })])).toEqual([]);
  expect(told([ownIssue(brokenConfigKey('b'.repeat(40)), 3, { state: 'closed' })])).toContain('create-issue');
});
