// A release whose day has passed: told once to those who lead, and only where it is not out.
import type { Publication } from '../../../../src/domain/observed.ts';
import { day } from '../../../../src/domain/day.ts';
import { releaseDayDuty } from '../../../../src/duties/tracking-issue/late/release-day.ts';
import { trackingIssueConfig } from '../../../../src/duties/tracking-issue/config.ts';
import { at, context, milestone, release, trackingIssue } from '../../../support/world.ts';

const LATE = release({
  branch: 'release-1.14',
  roles: { lead: ['alice'], shadow: ['bob'] },
  milestones: [milestone('release', '2026-11-24')],
});

const MISSING: Publication = { version: '1.14.0', published: false, missing: 'release', url: '' };

function answer(now: string, out: Publication = MISSING, more: object = {}, opened = '2026-10-05T08:00:00Z') {
  const releases = [{ ...LATE, ...more }];
  const issue = trackingIssue('1.14.0', { createdAt: at(opened) });
  return releaseDayDuty.desire({
    ...context({ now: at(now), releases, sections: {}, issues: [issue] }),
    told: { announces: ['community'] },
    config: trackingIssueConfig.parse({}),
    observed: { ownIssues: [issue], publications: [out] },
  });
}

test('at the end of release day those who lead hear what is missing and what waits for it', () => {
  expect(answer('2026-11-24T23:59:00Z')).toEqual({ desired: [], skips: [], standing: [] });
  const { desired, standing } = answer('2026-11-25T00:00:00Z');
  expect(desired).toMatchObject([
    {
      kind: 'comment',
      key: '1.14.0/late/2026-11-24',
      body: [
        '@alice: **Autumn release is not out.** Release day was Tue 24 Nov 2026, and its tag has no GitHub release. Waiting for it: the announcement to community.',
        'Publish the GitHub release, or move the day: `/release slip release +1d because …`',
      ].join('\n\n'),
    },
    { kind: 'entry', key: '1.14.0/late/2026-11-24', day: '2026-11-24' },
  ]);
  expect(standing).toMatchObject([
    { kind: 'late-release', severity: 'red', milestone: 'release', owner: 'alice' },
  ]);
});

test('a day that moved is told under its own key', () => {
  const moved = { release: day('2026-11-26'), milestones: [milestone('release', '2026-11-26')] };
  expect(answer('2026-11-25T00:00:00Z', MISSING, moved).desired).toEqual([]);
  expect(answer('2026-11-27T00:00:00Z', MISSING, moved).desired).toMatchObject([
    { key: '1.14.0/late/2026-11-26' },
    { key: '1.14.0/late/2026-11-26' },
  ]);
});

test.each<[string, Parameters<typeof answer>]>([
  ['it is out', ['2026-11-25T00:00:00Z', { version: '1.14.0', published: true, url: 'https://example.org' }]],
  ['it has no branch here', ['2026-11-25T00:00:00Z', MISSING, { branch: undefined }]],
  ['its cycle is over', ['2026-11-30T00:00:00Z']],
])('nothing is said when %s', (_, given) => {
  expect(answer(...given)).toEqual({ desired: [], skips: [], standing: [] });
});

test('whoever starts after the day is not told, and it stands in the way all the same', () => {
  const { desired, standing } = answer('2026-11-26T00:00:00Z', MISSING, {}, '2026-11-25T12:00:00Z');
  expect(desired).toEqual([]);
  expect(standing).toHaveLength(1);
});

const TRAIN = release({
  version: '1.14.0',
  title: 'December patches',
  lines: [
    { version: '1.13.5', branch: 'release-1.13' },
    { version: '1.12.9', branch: 'release-1.12' },
    { version: '1.11.2' },
  ],
  roles: LATE.roles,
  milestones: LATE.milestones,
});

test.each<[string, readonly Publication['missing'][], string | undefined]>([
  [
    'none is',
    ['tag', 'draft'],
    'these lines are missing: 1.13.5 (there is no tag for it) and 1.12.9 (its GitHub release is still a draft)',
  ],
  ['one is', [undefined, 'release'], 'this line is missing: 1.12.9 (its tag has no GitHub release)'],
  ['both are', [undefined, undefined], undefined],
])('of a train the lines with a branch are looked at; when %s out', (_, missing, words) => {
  const issue = trackingIssue('1.14.0', { createdAt: at('2026-10-05T08:00:00Z') });
  const input = {
    ...context({ now: at('2026-11-25T00:00:00Z'), releases: [TRAIN], sections: {}, issues: [issue] }),
    config: trackingIssueConfig.parse({}),
  };
  const publications = missing.map((what, index): Publication => {
    const version = TRAIN.lines?.[index]?.version ?? '';
    return {
      version,
      published: what === undefined,
      url: '',
      ...(what === undefined ? {} : { missing: what }),
    };
  });
  expect(releaseDayDuty.asks?.(input)).toMatchObject({ publications: ['1.13.5', '1.12.9'] });
  const { standing = [] } = releaseDayDuty.desire({
    ...input,
    observed: { ownIssues: [issue], publications },
  });
  expect(standing.map(({ text }) => text)).toEqual(
    words === undefined ? [] : [`December patches is not out since Tue 24 Nov 2026: ${words}`],
  );
});
