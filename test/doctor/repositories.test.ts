// What the doctor says of other repositories: there or missing, what is lost, and the page where it is mended.
import type { Elsewhere } from '../../src/domain/elsewhere.ts';
import { judgeRepositories } from '../../src/doctor/judge-repositories.ts';
import type { Run } from '../../src/run/reconcile.ts';

const WHERE = { site: 'https://github.com', owner: 'acme', repo: 'demo' };
const FINE = { known: true, value: [] } as const;
const SEEN = {
  name: 'acme/cli',
  url: 'https://github.com/acme/cli',
  isPrivate: false,
  defaultBranch: 'main',
  labels: FINE,
  blockers: FINE,
  pulls: FINE,
  branches: FINE,
  publications: FINE,
};

function ask(one: Elsewhere['repositories'][number]) {
  const elsewhere = { known: true, value: { own: FINE, repositories: [one] } };
  const [checkup] = judgeRepositories({ observation: { elsewhere } } as unknown as Run, WHERE);
  return [checkup?.subject, checkup?.state, checkup?.found, checkup?.link];
}

test.each([
  [SEEN, ['repository acme/cli', 'ok', 'it can be read', undefined]],
  [
    { ...SEEN, branches: { known: false, why: 'HTTP 502' }, pulls: { known: false, why: 'HTTP 502' } },
    [
      'repository acme/cli',
      'broken',
      "its pull requests and checks can't be read",
      'https://github.com/organizations/acme/settings/installations',
    ],
  ],
  [
    { name: 'umbrella/charts', reason: 'suspended', why: '' },
    [
      'repository umbrella/charts',
      'broken',
      'the App is suspended at umbrella',
      'https://github.com/organizations/umbrella/settings/installations',
    ],
  ],
  [
    { name: 'umbrella/charts', reason: 'private', why: '' },
    [
      'repository umbrella/charts',
      'broken',
      'it is private, and belongs to umbrella',
      'https://github.com/settings/tokens',
    ],
  ],
  [
    { name: 'acme/cli', reason: 'limit', why: '' },
    ['repository acme/cli', 'unknown', 'the requests of this hour are used up', undefined],
  ],
] as const)('case %#', (one, said) => {
  expect(ask(one)).toEqual(said);
});
