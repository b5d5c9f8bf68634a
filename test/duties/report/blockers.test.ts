// Which blockers belong to which release, and who has them.
import { type Instant, day } from '../../../src/domain/day.ts';
import type { Blocker } from '../../../src/domain/observed.ts';
import type { Release } from '../../../src/domain/release.ts';
import { blockersDuty } from '../../../src/duties/report/blockers.ts';
import { reportConfig } from '../../../src/duties/report/config.ts';
import { RELEASE, inputOf } from '../approvals/world.ts';
import { at } from '../../support/world.ts';

const NEXT: Release = {
  ...RELEASE,
  version: '1.15.0',
  start: day('2026-11-16'),
  release: day('2027-01-26'),
  end: day('2027-01-31'),
};

const BLOCKER: Blocker = { number: 12, title: 'Login fails', assignees: [], createdAt: 5 as Instant };

function ask(
  blocker: Partial<Blocker>,
  releases: readonly Release[] = [RELEASE],
  now = '2026-10-27T10:00:00Z',
) {
  const teams = { api: { github: 'acme/api', paths: [], lead: 'Carol' } };
  const input = { ...inputOf({ releases, teams }), now: at(now), config: reportConfig.parse({}) };
  const observed = { blockers: [{ ...BLOCKER, ...blocker }], labels: [] };
  const { standing = [], skips } = blockersDuty.desire({ ...input, observed });
  return { standing, skips };
}

const releasesOf = (...given: Parameters<typeof ask>) => ask(...given).standing.map(({ release }) => release);

test('it is red, says what it is, and who has it', () => {
  expect(ask({}).standing).toEqual([
    {
      release: '1.14.0',
      kind: 'blocker',
      key: 'blocker/12',
      severity: 'red',
      team: undefined,
      text: '#12 Login fails',
      owner: 'nobody',
      asks: [],
      since: 5,
    },
  ]);
  expect(ask({ assignees: ['dave', 'carol', 'bob', 'erin'] }).standing).toMatchObject([
    { team: 'api', owner: 'dave, carol, bob, and 1 more' },
  ]);
});

test('its GitHub milestone says the release; another milestone than ours means none of ours', () => {
  expect(releasesOf({ milestone: '1.15.0' }, [RELEASE, NEXT])).toEqual(['1.15.0']);
  expect(releasesOf({ milestone: 'V1.14.0' }, [{ ...RELEASE, version: 'v1.14.0' }])).toEqual(['v1.14.0']);
  expect(ask({ milestone: 'backlog' })).toEqual({ standing: [], skips: [] });
});

test('without one it belongs to the release that runs alone; where two do, it is said to be unclear', () => {
  expect(releasesOf({}, [RELEASE, NEXT])).toEqual(['1.14.0']);
  const both = ask({}, [RELEASE, NEXT], '2026-11-20T10:00:00Z');
  expect(both.standing).toEqual([]);
  expect(both.skips).toMatchObject([
    { what: '#12', why: expect.stringContaining('no GitHub milestone') as string },
  ]);
  expect(releasesOf({}, [RELEASE, NEXT], '2026-12-01T10:00:00Z')).toEqual(['1.15.0']);
  expect(releasesOf({}, [NEXT], '2026-10-01T10:00:00Z')).toEqual(['1.15.0']);
});

test('nobody is asked once all releases are over', () => {
  const config = reportConfig.parse({ blockers: ['release-blocker', 'regression'] });
  const asked = (now: string) => blockersDuty.asks({ ...inputOf(), config, now: at(now) }).blockers;
  expect(asked('2026-11-29T23:00:00Z')).toEqual(['release-blocker', 'regression']);
  expect(asked('2026-11-30T00:00:00Z')).toEqual([]);
});

function lacksOf(blockers: readonly string[] | undefined, labels: readonly string[]) {
  const observed = { blockers: [], labels: labels.map((name) => ({ name })) };
  const answer = blockersDuty.desire({ ...inputOf(), config: reportConfig.parse({ blockers }), observed });
  return answer.lacks?.map(({ kinds, why, fix }) => [kinds, why, fix]);
}

test('of a label that the repository lacks nothing is watched, be it the default', () => {
  expect(lacksOf(['release-bloker'], [])).toEqual([
    [
      ['blocker'],
      'the repository has no label "release-bloker"',
      'Create the label, or name another one in "report.blockers".',
    ],
  ]);
  expect(lacksOf(['Held', 'stop'], ['held', 'stop'])).toEqual([]);
  expect(blockersDuty.asks({ ...inputOf(), config: reportConfig.parse({}) })).toEqual({
    blockers: ['release-blocker'],
    labels: ['release-blocker'],
  });
  expect(lacksOf(undefined, [])).toMatchObject([
    [['blocker'], 'the repository has no label "release-blocker"', expect.any(String)],
  ]);
  expect(lacksOf(undefined, ['Release-Blocker'])).toEqual([]);
});
