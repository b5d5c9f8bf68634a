// Who may be assigned, where the search for people finds others first.
import { ACTIONS_BOT, type EmbeddedGitHub } from '../../../packages/embedded-github/src/index.ts';
import { day } from '../../../src/domain/day.ts';
import { observe } from '../../../src/github/observe.ts';
import { defaultSeed } from '../../support/github-seed.ts';
import { expectNoViolations, startTestGitHub } from '../../support/github.ts';
import { clientOf, instant } from '../../support/runs.ts';

const NOW = instant('2020-01-15T12:00:00Z');
const SETTING = { accounts: [ACTIONS_BOT], since: day('2019-01-01'), now: NOW };

let github: EmbeddedGitHub;

beforeAll(async () => {
  const crowd = Array.from({ length: 25 }, (_, index) => ({
    login: `pat-${String.fromCodePoint(97 + index)}`,
    permission: 'write' as const,
  }));
  const people = [...defaultSeed.people, ...crowd, { login: 'pat', permission: 'write' as const }];
  github = await startTestGitHub({ seed: { ...defaultSeed, people }, now: () => NOW });
});
afterAll(() => github.close());

test.each([
  [['pat'], ['pat'], 2],
  [['pat-'], [], 2],
  [['pat-c', 'PAT-D', 'zoe'], ['pat-c', 'PAT-D'], 1],
])('%j: of them %j, in %i requests', async (assignable, found, requests) => {
  const before = github.journal.length;
  const look = await observe(clientOf(github), { assignable }, SETTING);
  expect(look.assignable).toEqual({ known: true, value: found });
  expect(github.journal.length - before).toBe(requests);
  expectNoViolations(github);
});
