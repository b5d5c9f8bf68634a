// Random short cycles: people, roles, teams, tasks, dates, pull requests, CI and a date that moves, as plain data.
import * as fc from 'fast-check';

/** Days are counted from the Monday of the first cycle's first week, which is 0. */
export interface Cycle {
  readonly people: readonly string[];
  /** Logins of those whose clock is behind: New York; the others live by UTC. */
  readonly behind: readonly string[];
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly teams: readonly CycleTeam[];
  readonly releases: readonly CycleRelease[];
  readonly gates: readonly CycleGate[];
  readonly tasks: readonly CycleTask[];
  readonly pulls: readonly CyclePull[];
  readonly outages: readonly Outage[];
  readonly slips: readonly CycleSlip[];
  /** Days off besides weekends. */
  readonly holidays: readonly number[];
  readonly taskIssues: 'upcoming' | 'none' | 'all';
  readonly slack: boolean;
  /** Ids of the gates whose day the teams are asked to confirm. */
  readonly asked: readonly string[];
  /** Working days without an answer before the next step. */
  readonly answerWithin: number;
}

export interface CycleTeam {
  readonly id: 'api' | 'web';
  readonly lead: string | undefined;
  readonly people: readonly string[];
  /** The day after the question on which somebody answers it; undefined: nobody ever does. */
  readonly answersAfter: number | undefined;
}

export interface CycleRelease {
  readonly version: string;
  readonly title: string;
  readonly start: number;
  readonly release: number;
}

export interface CycleGate {
  readonly id: string;
  readonly title: string;
  readonly before: number;
  readonly who: string | undefined;
}

export interface CycleTask {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  /** Days before the release, or a day of a week of the cycle. */
  readonly due: { readonly before: number } | { readonly week: number; readonly weekday: string };
  readonly optional: boolean;
  /** Working days after its due day, or before it, on which it is done; undefined: never. */
  readonly doneAfter: number | undefined;
}

export interface CyclePull {
  readonly title: string;
  readonly on: number;
  readonly hour: Hour;
  /** Index of the release. */
  readonly of: number;
  readonly author: string;
  /** The only code owner of what it changes. */
  readonly owner: string;
  /** Days after it was opened; undefined: never. */
  readonly approvedAfter: number | undefined;
}

/** A job of a team is red in the runs of these days, from the first to before the second. */
export interface Outage {
  readonly of: number;
  readonly team: 'api' | 'web';
  readonly from: number;
  readonly to: number;
}

export interface CycleSlip {
  readonly on: number;
  readonly hour: Hour;
  readonly of: number;
  /** `release`, or the id of a gate or of a task. */
  readonly what: string;
  readonly days: number;
}

/** When something happens on a day: before its first run, or between its two runs. */
export type Hour = 'early' | 'noon';

const EVERYBODY = ['alice', 'bob', 'carol', 'dave', 'erin'];

const TASKS: readonly (readonly [id: string, title: string])[] = [
  ['notes', 'Write the notes'],
  ['hall', 'Book the hall'],
  ['manual', 'Check the manual'],
  ['interview', 'Prepare the interview'],
  ['banner', 'Draw the banner'],
];

const GATES: readonly (readonly [id: string, title: string, least: number, most: number])[] = [
  ['code-freeze', 'Code freeze', 8, 13],
  ['rc1', 'Release candidate 1', 5, 9],
  ['docs-ready', 'Docs ready for review', 3, 12],
  ['cherry-pick-deadline', 'Cherry-pick deadline', 1, 4],
];

const hour = fc.constantFrom<Hour>('early', 'noon');
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: other });
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'sunday'];

/** Any cycle; most of them have something of everything. */
export const cycle: fc.Arbitrary<Cycle> = fc
  .record({
    people: fc.shuffledSubarray(EVERYBODY, { minLength: 3 }),
    weeks: fc.integer({ min: 3, max: 5 }),
    second: maybe(fc.integer({ min: 0, max: 1 })),
  })
  .chain(({ people, weeks, second }) => {
    const start = second === undefined ? [0] : [0, second * 7];
    return fc.record({
      people: fc.constant(people),
      behind: fc.subarray(people, { maxLength: 1 }),
      roles: rolesOf(people),
      teams: teamsOf(people),
      releases: fc.tuple(...start.map((monday, index) => releaseOf(index, monday, weeks))),
      gates: gates(),
      tasks: tasksOf(weeks),
      pulls: pullsOf(people, start.length, weeks),
      outages: outagesOf(start.length, weeks),
      slips: fc.array(slipOf(start.length, weeks), { maxLength: 4 }),
      holidays: fc.array(fc.integer({ min: 0, max: weeks * 7 }), { maxLength: 2 }),
      taskIssues: fc.constantFrom('upcoming', 'upcoming', 'none', 'all'),
      slack: fc.boolean(),
      asked: askedOf(),
      answerWithin: fc.constantFrom(1, 1, 2),
    });
  });

function rolesOf(people: readonly string[]): fc.Arbitrary<Cycle['roles']> {
  const some = (maxLength: number): fc.Arbitrary<string[]> =>
    mostly(fc.subarray([...people], { minLength: 1, maxLength }), fc.constant([]));
  return fc.record({
    lead: fc.subarray([...people], { minLength: 1, maxLength: 1 }),
    'release-master': some(1),
    'docs-lead': some(2),
    'scrum-master': some(1),
    qa: some(1),
  });
}

function teamsOf(people: readonly string[]): fc.Arbitrary<CycleTeam[]> {
  const team = (id: CycleTeam['id']): fc.Arbitrary<CycleTeam> =>
    fc.record({
      id: fc.constant(id),
      lead: mostly(fc.constantFrom<string | undefined>(...people), fc.constant(undefined)),
      people: fc.subarray([...people], { minLength: 1, maxLength: 2 }),
      answersAfter: maybe(fc.integer({ min: 0, max: 5 })),
    });
  const both = fc.tuple(team('api'), team('web'));
  return mostly(
    both,
    both.chain((all) => fc.subarray(all)),
  );
}

/** RC1 in most cycles. */
function askedOf(): fc.Arbitrary<string[]> {
  return mostly(fc.constant(['rc1']), fc.subarray(['code-freeze', 'rc1', 'cherry-pick-deadline']));
}

function releaseOf(index: number, monday: number, weeks: number): fc.Arbitrary<CycleRelease> {
  return fc.integer({ min: 1, max: 4 }).map((weekday) => ({
    version: `1.${index + 1}.0`,
    title: index === 0 ? 'Amber' : 'Basalt',
    start: monday,
    release: monday + (weeks - 1) * 7 + weekday,
  }));
}

function gates(): fc.Arbitrary<CycleGate[]> {
  const who = maybe(
    fc.constantFrom('Docs Lead', 'Release Master', 'Qa', 'All teams', 'Contributors', 'Docs Lead and Qa'),
  );
  const all = GATES.map(([id, title, min, max]) =>
    fc.record({
      id: fc.constant(id),
      title: fc.constant(title),
      before: fc.integer({ min, max }),
      who,
    }),
  );
  return fc.tuple(...all).chain((written) => fc.subarray(written, { minLength: 2 }));
}

function tasksOf(weeks: number): fc.Arbitrary<CycleTask[]> {
  const due = fc.oneof(
    fc.record({ before: fc.integer({ min: 0, max: weeks * 7 - 8 }) }),
    fc.record({ week: fc.integer({ min: 1, max: weeks }), weekday: fc.constantFrom(...WEEKDAYS) }),
  );
  const tasks = TASKS.map(([id, title]) =>
    fc.record({
      id: fc.constant(id),
      title: fc.constant(title),
      role: fc.constantFrom('lead', 'release-master', 'docs-lead', 'qa', 'scrum-master'),
      due,
      optional: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
      doneAfter: maybe(fc.integer({ min: -3, max: 3 })),
    }),
  );
  return fc.tuple(...tasks).chain((written) => fc.subarray(written, { minLength: 3 }));
}

function pullsOf(people: readonly string[], releases: number, weeks: number): fc.Arbitrary<CyclePull[]> {
  const pair = fc.shuffledSubarray([...people], { minLength: 2, maxLength: 2 });
  const pull = fc
    .record({
      pair,
      on: fc.integer({ min: 0, max: weeks * 7 - 4 }),
      hour,
      of: fc.integer({ min: 0, max: releases - 1 }),
      approvedAfter: maybe(fc.integer({ min: 0, max: 12 })),
    })
    .map(({ pair: [author = '', owner = ''], ...rest }) => ({ ...rest, author, owner }));
  return fc
    .array(pull, { minLength: 1, maxLength: 3 })
    .map((pulls) => pulls.map((one, index) => ({ ...one, title: `Change the part ${'abc'[index]}` })));
}

function outagesOf(releases: number, weeks: number): fc.Arbitrary<Outage[]> {
  const outage = fc.record({
    of: fc.integer({ min: 0, max: releases - 1 }),
    team: fc.constantFrom<Outage['team']>('api', 'web'),
    from: fc.integer({ min: 3, max: weeks * 7 - 8 }),
    length: fc.integer({ min: 1, max: 6 }),
  });
  return fc
    .array(outage, { maxLength: 2 })
    .map((all) => all.map(({ length, ...rest }) => ({ ...rest, to: rest.from + length })));
}

function slipOf(releases: number, weeks: number): fc.Arbitrary<CycleSlip> {
  return fc.record({
    on: fc.integer({ min: 2, max: weeks * 7 - 5 }),
    hour,
    of: fc.integer({ min: 0, max: releases - 1 }),
    what: fc.constantFrom('release', ...GATES.map(([id]) => id), ...TASKS.map(([id]) => id)),
    days: fc.constantFrom(-1, 1, 2, 5, 7),
  });
}
