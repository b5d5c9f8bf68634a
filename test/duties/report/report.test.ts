// The section of the report in the tracking issue: what it says while the cycle runs and what stays of it.
import type { DesiredSection } from '../../../src/domain/desired.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import type { Task } from '../../../src/domain/release.ts';
import { reportConfig } from '../../../src/duties/report/config.ts';
import { report } from '../../../src/duties/report/index.ts';
import { blockLines } from '../../../src/body/render-body.ts';
import { RELEASE, inputOf } from '../approvals/world.ts';
import { at } from '../../support/world.ts';
import { HEARD, ROWS, item } from '../../standing/world.ts';

const task = (id: string) => ({ id, title: id, holders: [] }) as unknown as Task;
const WITH_TASKS = { ...RELEASE, tasks: [task('a'), task('b')] };
const TICKED = '- [x] <!-- relcomms:task a week-1 -->a<!-- /relcomms:task -->\n';

function section(
  now: string,
  before?: string,
  more: object = {},
  standing = [item('b', { text: '#12 Login' })],
) {
  const body =
    before === undefined
      ? TICKED
      : `${TICKED}\n${blockLines({ kind: 'block', name: 'report', text: before }).join('\n')}`;
  const issue = { key: '1.14.0/tracking-issue', body } as OwnIssue;
  const { desired } = report.desire({
    ...inputOf({ releases: [WITH_TASKS] }),
    now: at(now),
    config: reportConfig.parse(more),
    standing,
    heard: HEARD,
    rows: ROWS,
    observed: { ownIssues: [issue] },
  });
  return desired as readonly DesiredSection[];
}

const textOf = (...given: Parameters<typeof section>) =>
  section(...given).find(({ name }) => name === 'report')?.text ?? '';

test('it goes into the tracking issue and says the stand, then the trend', () => {
  const [headline, found] = section('2026-11-08T10:00:00Z');
  expect(headline).toMatchObject({
    issue: '1.14.0/tracking-issue',
    name: 'standing',
    text: '**Red:** 1 blocker before RC1.',
    isHeadline: true,
  });
  expect(found).toMatchObject({ kind: 'section', issue: '1.14.0/tracking-issue', name: 'report' });
  expect(found?.text).toMatch(/^### Before RC1\n\n\*\*Blockers \(1 red\)\*\*/);
  expect(found?.text).toContain('| Sun 8 Nov 2026 | 1 | 0 |');
});

test('a second look on the same day says the same; the next day has a point of its own', () => {
  const first = textOf('2026-11-08T10:00:00Z');
  expect(textOf('2026-11-08T23:00:00Z', first)).toBe(first);
  expect(textOf('2026-11-09T01:00:00Z', first)).toContain('relcomms:trend 2026-11-08 1 0;2026-11-09 1 0 ');
});

test('when its day is over it keeps the trend, and a week later it is left alone', () => {
  const last = textOf('2026-11-29T10:00:00Z', textOf('2026-11-22T10:00:00Z'));
  const over = textOf('2026-11-30T10:00:00Z', last);
  expect(over).toBe(last.slice(last.indexOf('<details>')));
  expect(textOf('2026-12-06T10:00:00Z', over)).toBe(over);
  expect(section('2026-12-07T10:00:00Z', over)).toEqual([]);
  expect(textOf('2026-11-30T10:00:00Z')).toBe('');
});

test('lines and trend are as the config has them', () => {
  const many = Array.from({ length: 5 }, (_, index) => item(`b${index}`));
  expect(textOf('2026-11-08T10:00:00Z', undefined, { lines: '2' }, many)).toContain('- and 3 more');
  expect(textOf('2026-11-08T10:00:00Z', undefined, { trend: 'no' })).not.toContain('Trend');
});

test('what the first screen lists is counted, and listed only where a team owes it', () => {
  const standing = [
    item('t', { kind: 'task', text: 'Settle the theme' }),
    item('m', { kind: 'milestone', text: 'RC1 is near' }),
    item('c', { kind: 'unconfirmed', text: 'confirm RC1', team: 'api', milestone: 'rc1' }),
  ];
  const [headline, found] = section('2026-11-08T10:00:00Z', undefined, {}, standing);
  expect(headline?.text).toContain('1 overdue task');
  expect(found?.text).not.toContain('Settle the theme');
  expect(found?.text).not.toContain('RC1 is near');
  expect(found?.text).toContain('confirm RC1');
});
