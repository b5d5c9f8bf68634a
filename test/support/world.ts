// The world of a duty as plain data: a release, its milestones, issues of ours, and what a duty is told before it looks.
import { type Instant, day, endOfDay, parseInstant } from '../../src/domain/day.ts';
import type { LedgerState, OwnIssue } from '../../src/domain/observed.ts';
import type { Milestone, Release } from '../../src/domain/release.ts';
import type { ScheduleSpec } from '../../src/domain/spec.ts';
import { bookOf } from '../../src/duties/book-of.ts';
import type { DutyContext } from '../../src/duties/duty.ts';
import { DUTIES } from '../../src/duties/index.ts';
import { type Prepared, prepare } from '../../src/run/prepare.ts';
import { quietWorld } from './quiet.ts';

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new RangeError(`not an instant: ${text}`);
  return instant;
}

/** A config without mistakes; fails the test otherwise. */
export function read(text: string): Prepared {
  const prepared = prepare(text);
  if ('problems' in prepared) throw new Error(prepared.problems.map(({ message }) => message).join('\n'));
  return prepared;
}

/** The first release of a config. */
export function releaseOf({ releases: [first] }: Prepared): Release {
  if (first === undefined) throw new Error('the config has no release');
  return first;
}

export function milestone(id: string, on: string, title: string = id, zone = 'UTC'): Milestone {
  return { id, title, day: day(on), deadline: endOfDay(day(on), zone), zone, fixed: false, week: 1 };
}

/** A cycle from 5 October to 29 November 2026 with nothing in it, unless it is said otherwise. */
export function release(more: Partial<Release> = {}): Release {
  return {
    version: '1.14.0',
    title: 'Autumn release',
    timezone: 'UTC',
    start: day('2026-10-05'),
    release: day('2026-11-24'),
    end: day('2026-11-29'),
    weeks: [],
    milestones: [],
    tasks: [],
    roles: {},
    ...more,
  };
}

/** What the log of a tracking issue remembers: nothing yet, unless it is said otherwise. */
export function ledgerState(more: Partial<LedgerState> = {}): LedgerState {
  return { done: [], days: {}, due: {}, assigned: [], below: [], ...more };
}

/** An open issue of ours with no log, opened long ago. */
export function ownIssue(key: string, number: number, more: Partial<OwnIssue> = {}): OwnIssue {
  return {
    key,
    number,
    id: `I_${number}`,
    databaseId: number,
    title: key,
    body: '',
    state: 'open',
    labels: [],
    assignees: [],
    createdAt: 0 as Instant,
    commands: [],
    ...more,
  };
}

/** Issue 1, with a log in which nothing is written yet. */
export function trackingIssue(version: string, more: Partial<OwnIssue> = {}): OwnIssue {
  const ledger = { commentId: 1, body: '', entries: [] };
  return ownIssue(`${version}/tracking-issue`, 1, { ledger, ...more });
}

/** The schedule section of a config that nobody wrote anything into. */
export function spec(more: Partial<ScheduleSpec> = {}): ScheduleSpec {
  return {
    timezone: 'UTC',
    holidays: [],
    roles: {},
    cycle: { weeks: 8, releaseWeek: 8, weeksAfter: 0, phases: [] },
    milestones: {},
    tasks: [],
    releases: [],
    ...more,
  };
}

/** Where a config was read that nobody reads again. */
export function source(of: ScheduleSpec = spec()): DutyContext<unknown>['source'] {
  return { path: '.github/relcomms.yml', text: '', spec: of, reread: () => ({ problems: [] }) };
}

/** Where a config was read that can be changed and read again. */
export function sourceOf({ config, text }: Prepared): DutyContext<unknown>['source'] {
  return { path: '.github/relcomms.yml', text, spec: config.schedule, reread: prepare };
}

interface Around {
  readonly now: Instant;
  readonly releases: readonly Release[];
  /** The sections that are on, which decide about the commands that there are. */
  readonly sections: Readonly<Record<string, unknown>>;
  readonly issues?: readonly OwnIssue[];
  /** Logins of those who opted out in the config. */
  readonly optedOut?: readonly string[] | undefined;
  readonly source?: DutyContext<unknown>['source'];
}

/** What every duty knows before anything was looked at, but for its own section. Nobody has a team or an address. */
export function context({ now, releases, sections, issues = [], optedOut, ...rest }: Around) {
  return {
    commands: bookOf({ duties: DUTIES, sections }),
    releases,
    source: rest.source ?? source(),
    ...quietWorld({ optedOut, releases, issues }),
    people: {},
    teams: {},
    now,
  } satisfies Omit<DutyContext<unknown>, 'config'>;
}
