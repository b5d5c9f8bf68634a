// Which teams a token can mention: by what it is shown of them, and never a guess.
import { installationToken } from '../../../packages/embedded-github/test/support/app-token.ts';
import { ACTIONS_BOT, type EmbeddedGitHub } from '../../../packages/embedded-github/src/index.ts';
import { day } from '../../../src/domain/day.ts';
import { observe } from '../../../src/github/observe.ts';
import { defaultSeed } from '../../support/github-seed.ts';
import { expectNoViolations, startTestGitHub } from '../../support/github.ts';
import { clientOf, clientWith, instant } from '../../support/runs.ts';

const NOW = instant('2020-01-15T12:00:00Z');
const APP = 'relcomms[bot]';

let github: EmbeddedGitHub;

beforeAll(async () => {
  const files = { ...defaultSeed.files, CODEOWNERS: '* @acme/api @elsewhere/web\n' };
  github = await startTestGitHub({ seed: { ...defaultSeed, files }, now: () => NOW });
});
afterAll(() => github.close());

const settingOf = (viewer: string) => ({ accounts: [viewer], since: day('2019-01-01'), now: NOW });

const WITHOUT_MEMBERS = { issues: 'write', contents: 'read', pull_requests: 'write', metadata: 'read' };

test.each([
  ['the App', undefined, APP, ['acme/api']],
  ['an App without members', WITHOUT_MEMBERS, APP, []],
  ['a workflow', 'workflow', ACTIONS_BOT, []],
  ['a person of the organisation', 'bob', 'bob', ['acme/api']],
  ['a stranger', 'dave', 'dave', []],
])('%s', async (_, token, viewer, seen) => {
  const client =
    token === 'workflow'
      ? clientOf(github)
      : typeof token === 'string'
        ? clientOf(github, token)
        : clientWith(github, await installationToken(github, token));
  const teamMentions = ['acme/api', 'acme/gone', 'elsewhere/api'];
  const look = await observe(client, { teamMentions, labels: ['bug'] }, settingOf(viewer));
  expect(look.teamMentions).toEqual({ known: true, value: seen });
  // What a token may not see costs nothing else of the look.
  expect(look.labels.known).toBe(true);
  expectNoViolations(github);
});

test('where the config names none, the teams of code owners tell', async () => {
  const client = clientWith(github, await installationToken(github));
  const questions = { teamMentions: [], branchOwners: { branches: [], main: true } };
  const look = await observe(client, questions, settingOf(APP));
  expect(look.teamMentions).toEqual({ known: true, value: ['acme/api'] });
});
