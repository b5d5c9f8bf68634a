// Notices in hours: at their hour, once, in place of the last one of their gate, and never after it.
import { type Instant, dayAt, isoInstant, mondayOf } from '../../../src/domain/day.ts';
import { at, read, releaseOf } from '../../support/world.ts';
import { namesIn, openedAt, walk } from './world.ts';

const config = (notice: string, more = '', zone = 'UTC'): string => `timezone: ${zone}
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases: [{ version: 1.0.0, release: 2026-10-29 }]
milestones:
  release: { on: release, at: "14:00" }
  ${more}
tasks: [{ id: post, title: Publish the post, due: release, role: lead }]
deadlines: { notice: ${notice} }
`;

/** Of each comment the hour, and what it says. */
function played(text: string, isOut: (now: Instant) => boolean = () => false): string[] {
  const prepared = read(text);
  const opened = at('2026-10-05T08:00:00Z');
  const { said } = walk(
    () => prepared,
    [openedAt(releaseOf(prepared), opened)],
    opened,
    at('2026-10-31T00:00:00Z'),
    isOut,
  );
  return said.map(({ at: now, comment }) => `${isoInstant(now).slice(0, 13)} ${namesIn(comment).join(' ')}`);
}

const own = (lines: readonly string[]): string[] => lines.filter((line) => !line.includes('digest'));

const out = (until: string) => (now: Instant) => now >= at('2026-10-29T05:00:00Z') && now < at(until);

test('the last notice of a gate comes at its hour, and not with the digest of its week', () => {
  expect(own(played(config('[1 week, 4 hours]')))).toEqual(['2026-10-29T10 release.2026-10-29.4h']);
  // Without hours the digest of the week is the last word.
  expect(own(played(config('[1 week, 0 days]')))).toEqual([]);
});

test('a run that comes late still says it, and none that comes after the milestone', () => {
  const text = config('[1 week, 4 hours]');
  expect(own(played(text, out('2026-10-29T13:00:00Z')))).toEqual(['2026-10-29T13 release.2026-10-29.4h']);
  expect(own(played(text, out('2026-10-29T14:00:00Z')))).toEqual([]);
});

test('clocks that change in between do not count', () => {
  // In Berlin 14:00 is 13:00 in UTC by then.
  const text = config('[1 week, 75 hours]', '', 'Europe/Berlin');
  expect(own(played(text))).toEqual(['2026-10-26T10 release.2026-10-29.75h']);
  // 130 hours before it is a Saturday: the word of that week's Friday, which its digest has.
  const early = played(text.replace('75 hours', '130 hours'));
  expect(early.filter((line) => line.includes('130h'))).toEqual([
    '2026-10-18T22 digest.2026-10-19 release.2026-10-29.130h',
  ]);
});

test('a week has two comments at most: the first gate that has its hour brings the others along', () => {
  const text = config(
    '[1 week, 2 days, 30 hours, 4 hours]',
    'rc1: { on: 2026-10-27, at: "12:00" }\n  rc2: { on: 2026-10-28, at: "18:00" }',
  );
  const lines = played(text);
  expect(own(lines)).toEqual(['2026-10-27T08 rc1.2026-10-27.4h rc2.2026-10-28.4h release.2026-10-29.4h']);
  const weeks = lines.map((line) => mondayOf(dayAt(at(`${line.slice(0, 13)}:00:00Z`), 'UTC')));
  for (const week of weeks) expect(weeks.filter((one) => one === week).length).toBeLessThan(3);
});
