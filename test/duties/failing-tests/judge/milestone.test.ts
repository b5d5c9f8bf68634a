// The milestone that red tests threaten: the next one at which everything has to be ready, the cherry-pick deadline aside.
import { threatened } from '../../../../src/duties/failing-tests/judge/milestone.ts';
import { at, milestone, release } from '../../../support/world.ts';

const RELEASE = release({
  milestones: [
    milestone('code-freeze', '2026-11-03', 'Code freeze'),
    milestone('docs-freeze', '2026-11-05', 'Docs freeze'),
    milestone('rc1', '2026-11-10', 'RC1'),
    milestone('cherry-pick-deadline', '2026-11-20', 'Cherry-pick deadline'),
    milestone('release', '2026-11-24', 'Release'),
  ],
});

test.each([
  ['2026-10-20T10:00:00Z', 'code-freeze'],
  ['2026-11-03T23:59:59Z', 'code-freeze'],
  ['2026-11-04T00:00:00Z', 'rc1'],
  ['2026-11-11T00:00:00Z', 'release'],
  ['2026-11-25T00:00:00Z', undefined],
])('on %s it is %s', (now, id) => {
  expect(threatened(RELEASE, at(now))?.id).toBe(id);
});
