// Every REST operation that the embedded GitHub claims, each answer held to GitHub's description.
import { coveredRest } from '../../src/index.ts';
import type { EmbeddedGitHub } from '../../src/index.ts';
import { operations } from '../../src/rest/router.ts';
import { installationToken } from '../support/app-token.ts';
import { contractClient } from '../support/contract-client.ts';
import { startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { walkAccounts, walkApp } from './walks/accounts.ts';
import {
  walkActions,
  walkChecks,
  walkContents,
  walkDeployments,
  walkPulls,
  walkReleases,
} from './walks/code.ts';
import { walkComments } from './walks/comments.ts';
import {
  walkAssignees,
  walkDependencies,
  walkFields,
  walkIssues,
  walkOrder,
  walkSubIssues,
} from './walks/issues.ts';
import { walkLabels, walkMilestones } from './walks/labels.ts';
import type { Walk } from './walks/walk.ts';

let github: EmbeddedGitHub;
let walk: Walk;

beforeAll(async () => {
  const issueFields = [{ name: 'Target date', type: 'date' }] as const;
  github = await startTestGitHub({ seed: { ...defaultSeed, issueFields } });
  walk = { github, client: contractClient(github), app: await installationToken(github) };
});

afterAll(() => github.close());

// One after the other in one repository: later walks use the issues of the first.
test.each([
  ['issues', walkIssues],
  ['assignees', walkAssignees],
  ['comments', walkComments],
  ['labels', walkLabels],
  ['milestones', walkMilestones],
  ['sub-issues', walkSubIssues],
  ['dependencies', walkDependencies],
  ['contents', walkContents],
  ['pulls', walkPulls],
  ['checks', walkChecks],
  ['actions', walkActions],
  ['releases', walkReleases],
  ['deployments', walkDeployments],
  ['issue fields', walkFields],
  ['app', walkApp],
  ['accounts', walkAccounts],
  ['the order of sub-issues', walkOrder],
])('answers about %s as GitHub does', async (_, step) => {
  await step(walk);
  expect(github.violations).toEqual([]);
});

test('every operation on the list was answered', () => {
  expect([...walk.client.exercised].toSorted()).toEqual([...coveredRest].toSorted());
});

test('the list names exactly what has a route', () => {
  expect([...operations].toSorted()).toEqual([...coveredRest].toSorted());
});
