// Which candidate a pull request is.
import type { CandidatePull } from '../../../src/domain/candidates.ts';
import { gatesOf } from '../../../src/duties/environments/gate.ts';
import type { EnvironmentMemory } from '../../../src/duties/environments/memory.ts';
import { gateFor } from '../../../src/duties/environments/pulls.ts';
import { at, plans } from './world.ts';

const PULL: CandidatePull = {
  number: 7,
  title: 'Merge the candidate',
  labels: ['release-candidate'],
  base: 'release-1.10',
  branch: 'candidate',
  head: 'a'.repeat(40),
  check: { known: true, value: undefined },
};

const NOTHING: EnvironmentMemory = { environments: {}, gates: {} };
const ONE_MERGED = { ...NOTHING, gates: { rc1: { pull: 5 } } };
const READY = {
  ...NOTHING,
  environments: {
    first: { ready: { at: at('2020-01-15T09:00:00Z'), by: 'command' as const }, confirmed: [] },
  },
};

test.each([
  ['the first', {}, NOTHING, '2020-01-10', 'rc1'],
  ['to the default branch', { base: 'main' }, NOTHING, '2020-01-10', 'rc1'],
  ['to another branch', { base: 'elsewhere' }, NOTHING, '2020-01-10', undefined],
  ['after the first was merged', {}, ONE_MERGED, '2020-01-10', 'rc2'],
  [
    'that was the first all along',
    { number: 9 },
    { ...NOTHING, gates: { rc1: { pull: 9 } } },
    '2020-01-17',
    'rc1',
  ],
  ['late, while the first is tested', {}, READY, '2020-01-17', 'rc1'],
  ['when the day of the first is over', {}, NOTHING, '2020-01-17', 'rc2'],
  ['named by its title', { title: 'Release v1.10.0-rc.2' }, NOTHING, '2020-01-10', 'rc2'],
  ['named by its branch', { branch: 'releases/1.10.0-rc2' }, NOTHING, '2020-01-10', 'rc2'],
  ['with a word that only begins like it', { title: 'Merge rc20' }, NOTHING, '2020-01-10', 'rc1'],
] as const)('%s', (_, more, memory: EnvironmentMemory, day, expected) => {
  const now = at(`${day}T09:00:00Z`);
  const gates = gatesOf(plans(), memory, { now, holidays: [] });
  const branches = { main: 'main', existing: ['release-1.10'] };
  expect(gateFor({ ...PULL, ...more }, gates, [5], { branches, now })?.candidate.id).toBe(expected);
});
