// The milestone that red tests threaten: the next one at which everything has to be ready, the cherry-pick deadline aside.
import { threatened } from '../../../../src/duties/failing-tests/judge/milestone.ts';
import { at } from '../../../support/world.ts';
import { RELEASE } from '../../approvals/world.ts';

test.each([
  ['2026-10-20T10:00:00Z', 'code-freeze'],
  ['2026-11-03T23:59:59Z', 'code-freeze'],
  ['2026-11-04T00:00:00Z', 'rc1'],
  ['2026-11-11T00:00:00Z', 'release'],
  ['2026-11-25T00:00:00Z', undefined],
])('on %s it is %s', (now, id) => {
  expect(threatened(RELEASE, at(now))?.id).toBe(id);
});
