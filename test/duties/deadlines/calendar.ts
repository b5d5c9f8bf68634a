// Stretches of time in which a notice could be lost, doubled or told on another day, and what is told in them.
import { type Day, type Instant, dayAt } from '../../../src/domain/day.ts';
import { type Walk, noticesIn, openedAt, walk } from './world.ts';
import { at, read, releaseOf } from '../../support/world.ts';

export interface Stretch {
  readonly name: string;
  readonly zone: string;
  /** First and last run, an hour apart each; the tracking issue is opened a day before the first. */
  readonly from: string;
  readonly to: string;
  readonly release: string;
  /** By id: a day, or a day with its zone. */
  readonly milestones: Readonly<Record<string, string>>;
  /** No run in between. */
  readonly out?: readonly [from: string, to: string];
  /** `id stage` and the days on the reader's clock on which each has to be told, in order. */
  readonly expected: readonly (readonly [notice: string, day: string])[];
}

/** Days of the week are: 2026-10-23 a Friday, 2026-10-25 a Sunday, 2027-03-28 a Sunday, 2028-02-29 a Tuesday. */
export const STRETCHES: readonly Stretch[] = [
  {
    name: 'clocks go back',
    zone: 'Europe/Berlin',
    from: '2026-10-15T10:17:00Z',
    to: '2026-10-31T10:17:00Z',
    release: '2026-11-24',
    milestones: { 'code-freeze': '2026-10-25', 'docs-freeze': '2026-10-26', 'branch-cut': '2026-10-27' },
    expected: [
      ['code-freeze 1w', '2026-10-15'],
      ['docs-freeze 2d', '2026-10-19'],
      ['branch-cut 2d', '2026-10-19'],
      ['code-freeze 0d', '2026-10-23'],
      ['docs-freeze 0d', '2026-10-26'],
      ['branch-cut 0d', '2026-10-26'],
    ],
  },
  {
    name: 'clocks go forward',
    zone: 'America/New_York',
    from: '2027-03-04T10:17:00Z',
    to: '2027-03-20T10:17:00Z',
    release: '2027-04-20',
    milestones: { 'code-freeze': '2027-03-14', 'docs-freeze': '2027-03-15', 'branch-cut': '2027-03-16' },
    expected: [
      ['code-freeze 1w', '2027-03-04'],
      ['docs-freeze 2d', '2027-03-08'],
      ['branch-cut 2d', '2027-03-08'],
      ['code-freeze 0d', '2027-03-12'],
      ['docs-freeze 0d', '2027-03-15'],
      ['branch-cut 0d', '2027-03-15'],
    ],
  },
  {
    name: 'a day without a midnight',
    zone: 'America/Santiago',
    from: '2026-08-26T10:17:00Z',
    to: '2026-09-10T10:17:00Z',
    release: '2026-10-06',
    milestones: { 'code-freeze': '2026-09-06' },
    expected: [
      ['code-freeze 1w', '2026-08-26'],
      // The digest of that week comes on the day before, and has it.
      ['code-freeze 0d', '2026-09-03'],
    ],
  },
  {
    name: 'a leap day',
    zone: 'Europe/Berlin',
    from: '2028-02-18T10:17:00Z',
    to: '2028-03-04T10:17:00Z',
    release: '2028-03-28',
    milestones: { 'code-freeze': '2028-02-29', 'docs-freeze': '2028-03-02' },
    expected: [
      ['code-freeze 2d', '2028-02-21'],
      ['docs-freeze 1w', '2028-02-21'],
      ['code-freeze 0d', '2028-02-28'],
      ['docs-freeze 0d', '2028-02-28'],
    ],
  },
  {
    name: 'week 53 and the new year',
    zone: 'Europe/Berlin',
    from: '2026-12-21T10:17:00Z',
    to: '2027-01-08T10:17:00Z',
    release: '2027-01-26',
    milestones: { 'code-freeze': '2026-12-31', 'docs-freeze': '2027-01-06' },
    expected: [
      ['code-freeze 1w', '2026-12-21'],
      ['code-freeze 2d', '2026-12-28'],
      ['docs-freeze 1w', '2026-12-28'],
      ['code-freeze 0d', '2026-12-31'],
      ['docs-freeze 0d', '2027-01-04'],
    ],
  },
  {
    name: 'nine days without a run',
    zone: 'Europe/Berlin',
    from: '2026-10-15T10:17:00Z',
    to: '2026-11-19T10:17:00Z',
    release: '2026-11-24',
    milestones: {
      'code-freeze': '2026-11-05',
      'docs-freeze': '2026-11-11',
      'branch-cut': '2026-11-12',
      'test-freeze': '2026-11-18',
    },
    out: ['2026-11-02T00:00:00Z', '2026-11-11T00:00:00Z'],
    // Of those that came meanwhile only the newest is told, and nothing of what has passed.
    expected: [
      ['code-freeze 1w', '2026-10-26'],
      ['code-freeze 2d', '2026-11-02'],
      ['docs-freeze 1w', '2026-11-02'],
      ['branch-cut 1w', '2026-11-02'],
      ['docs-freeze 0d', '2026-11-11'],
      ['branch-cut 0d', '2026-11-11'],
      ['test-freeze 1w', '2026-11-11'],
      ['test-freeze 0d', '2026-11-16'],
      ['release 2d', '2026-11-16'],
    ],
  },
  {
    name: 'readers where the day ends last, a deadline where it ends first',
    zone: 'Pacific/Pago_Pago',
    from: '2026-10-21T10:17:00Z',
    to: '2026-11-06T10:17:00Z',
    release: '2026-11-24',
    // Their 2 November ends as the one of the deadline's zone has been over for a whole day: it is the 2nd for them.
    milestones: { 'code-freeze': '{ on: 2026-11-03, zone: Pacific/Kiritimati }' },
    expected: [
      ['code-freeze 2d', '2026-10-26'],
      ['code-freeze 0d', '2026-11-02'],
    ],
  },
  {
    name: 'readers where the day ends first, a deadline anywhere on earth',
    zone: 'Pacific/Kiritimati',
    from: '2026-10-21T10:17:00Z',
    to: '2026-11-06T10:17:00Z',
    release: '2026-11-24',
    milestones: { 'code-freeze': '{ on: 2026-11-03, zone: AoE }' },
    expected: [
      ['code-freeze 2d', '2026-10-26'],
      ['code-freeze 0d', '2026-11-02'],
    ],
  },
];

/** Where the clock of the machine stands does not matter: from UTC-11 to UTC+14, and more between in the long tests. */
export const PROCESS_ZONES = [
  'Pacific/Pago_Pago',
  ...(process.env['LONG'] === '1' ? ['America/New_York', 'Australia/Lord_Howe'] : []),
  'Pacific/Kiritimati',
];

const DAY = 86_400_000;

export interface Told {
  readonly notice: string;
  /** On the reader's clock. */
  readonly day: Day;
}

/** The walk, and what was told in it: hour by hour. */
export function play(stretch: Stretch): { readonly walk: Walk; readonly told: readonly Told[] } {
  const { zone, release, milestones, out } = stretch;
  const prepared = read(
    [
      `timezone: ${zone}`,
      'roles: { lead: [alice] }',
      'cycle: { weeks: 8, release-week: 8, weeks-after: 0 }',
      `releases: [{ version: 1.0.0, release: ${release} }]`,
      'milestones:',
      ...Object.entries(milestones).map(([id, on]) => `  ${id}: ${on}`),
      'tasks: [{ id: post, title: Publish the post, due: release }]',
      'deadlines:',
      '',
    ].join('\n'),
  );
  const from = at(stretch.from);
  const [outFrom, outTo] = out ?? [stretch.to, stretch.to];
  const issues = [openedAt(releaseOf(prepared), (from - DAY) as Instant)];
  const walked = walk(
    () => prepared,
    issues,
    from,
    at(stretch.to),
    (now) => now >= at(outFrom) && now < at(outTo),
  );
  const told = walked.said.flatMap(({ at: now, comment }) =>
    noticesIn(comment).map((name) => ({
      notice: name.replace(/\.\d{4}-\d\d-\d\d\./, ' '),
      day: dayAt(now, zone),
    })),
  );
  return { walk: walked, told };
}

/** A table of everything that is told, with the wall clock of its readers. */
export function table(): string {
  return STRETCHES.flatMap((stretch) =>
    play(stretch).told.map(({ notice, day }) => `${stretch.name} | ${stretch.zone} | ${day} | ${notice}`),
  ).join('\n');
}
