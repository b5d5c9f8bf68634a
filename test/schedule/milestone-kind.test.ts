// What kind of milestone one is, by its id and its title: what everything has to be ready for, and which dates are told.
import { datesOfRelease, isGate } from '../../src/schedule/milestone-kind.ts';
import { milestone, release } from '../support/world.ts';

const VERSION = '1.14.0';

test.each([
  ['release', 'Release day', true],
  ['rc1', 'RC1', true],
  ['rc2', 'Release candidate 2', true],
  ['cherry-pick-deadline', 'Cherry-pick deadline', true],
  ['code-freeze', 'Code freeze', true],
  ['freeze', 'Feature freeze', true],
  ['docs-freeze', 'Docs freeze', false],
  ['thaw', 'Code thaw', false],
  ['retro', 'Retrospective', false],
  ['next', 'v1.15.0-rc.1', false],
  ['notice', 'Code freeze is coming', false],
])('is everything to be ready for %s, "%s": %s', (id, title, gate) => {
  expect(isGate({ id, title }, VERSION)).toBe(gate);
});

test('the dates of a release are its candidates, the cherry-pick deadline and the release', () => {
  const milestones = [
    milestone('code-freeze', '2026-11-03', 'Code freeze'),
    milestone('rc1', '2026-11-10', 'RC1'),
    milestone('cherry-pick-deadline', '2026-11-20', 'Cherry-pick deadline'),
    milestone('release', '2026-11-24', 'Release'),
    milestone('retro', '2026-11-27', 'Retrospective'),
  ];
  expect(datesOfRelease(release({ milestones })).map(({ id }) => id)).toEqual([
    'rc1',
    'cherry-pick-deadline',
    'release',
  ]);
});
