// What a workflow gives the Action, read and checked before anything heavy is loaded.
import { errorCommand, readInputs } from '../../src/action/inputs.ts';
import { at } from '../support/world.ts';

const CLOCK = () => at('2026-11-10T10:00:00Z');
const GIVEN = { GITHUB_REPOSITORY: 'acme/demo', INPUT_TOKEN: 'secret' };

const read = (more: Readonly<Record<string, string | undefined>> = {}) =>
  readInputs({ ...GIVEN, ...more }, CLOCK);

test('what is not given has a default', () => {
  expect(read()).toEqual({
    token: 'secret',
    path: '.github/relcomms.yml',
    mode: 'reconcile',
    junit: [],
    now: CLOCK(),
    owner: 'acme',
    repo: 'demo',
    failOn: 'nothing',
    repositoriesToken: '',
    slackToken: '',
  });
});

test('what is given counts', () => {
  const given = read({
    INPUT_MODE: 'plan',
    INPUT_CONFIG: 'release.yml',
    INPUT_JUNIT: 'a/*.xml\n\n  b.xml  ',
    INPUT_NOW: '2026-11-03T09:00:00Z',
    'INPUT_FAIL-ON': 'blockers',
    'INPUT_SLACK-TOKEN': 'xoxb',
  });
  expect(given).toMatchObject({
    mode: 'plan',
    path: 'release.yml',
    junit: ['a/*.xml', 'b.xml'],
    now: at('2026-11-03T09:00:00Z'),
    failOn: 'blockers',
    slackToken: 'xoxb',
  });
});

test.each([
  [{ GITHUB_REPOSITORY: undefined }, 'GITHUB_REPOSITORY is missing'],
  [{ GITHUB_REPOSITORY: 'acme' }, 'GITHUB_REPOSITORY is missing'],
  [{ INPUT_TOKEN: '' }, 'The input `token` is empty'],
  [{ INPUT_TOKEN: ' \n' }, 'The input `token` is empty'],
  [{ INPUT_MODE: 'dry' }, 'The input `mode` is "dry"'],
  [{ 'INPUT_FAIL-ON': 'all' }, 'The input `fail-on` is "all"'],
  [{ INPUT_NOW: 'today' }, 'The input `now` is "today"'],
])('%j is said', (more, words) => {
  expect(read(more)).toEqual({ problem: expect.stringContaining(words) as string });
});

test('an error is one workflow command, whatever it says', () => {
  expect(errorCommand('50%\r\n::set-output::x')).toBe('::error::50%25%0D%0A::set-output::x\n');
});
