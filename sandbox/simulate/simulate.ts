// Plays a config through day by day on an embedded GitHub: every message, every change, and where it ends.
import { type Day, addDays, mondayOf } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';
import type { Deed } from '../../src/duties/cast.ts';
import type { Applied } from '../../src/domain/outcome.ts';
import type { Prepared } from '../../src/run/reconcile.ts';
import { tick } from '../../src/body/ticks.ts';
import type { IssueSnapshot } from '../../packages/embedded-github/src/index.ts';
import { type Mailbox, createMailbox } from '../mail/mailbox.ts';
import { noiseOf } from '../mail/noise.ts';
import { changesOf } from './changes.ts';
import { planDeeds } from './deeds.ts';
import { messagesOf } from './messages.ts';
import { releaseEnds } from './release-ends.ts';
import { MAINTAINER, type Registry, type SimulatedWorld, startSimulatedWorld } from './simulated-world.ts';
import type { SimulatedEvent, SimulatedWeek, Simulation, Subject, TeamKind } from './simulation.ts';
import type { PlannedSlip } from './slips.ts';
import { sourcesOf, subjectsOf } from './subjects.ts';

export interface SimulateOptions {
  readonly prepared: Prepared;
  /** Both days are played. */
  readonly from: Day;
  readonly to: Day;
  readonly team: TeamKind;
  readonly slips?: readonly PlannedSlip[];
  /** What runs in place of the registries. */
  readonly registry?: Registry;
  /** Told at the end of each day, who may look but not touch. */
  readonly onDay?: (day: Day, world: SimulatedWorld) => void | Promise<void>;
}

/** Holds what is under way. */
interface Course {
  readonly options: SimulateOptions;
  readonly world: SimulatedWorld;
  readonly mailbox: Mailbox;
  readonly weeks: SimulatedWeek[];
  readonly events: SimulatedEvent[];
  /** As the config on the default branch has them. */
  prepared: Prepared;
  /** Mails that have been told. */
  mails: number;
  /** Events that have their title. */
  named: number;
}

/** Opens nothing but ports of the loopback interface, and closes them. */
export async function simulate(options: SimulateOptions): Promise<Simulation> {
  const { prepared, from, to } = options;
  const world = await startSimulatedWorld(prepared, from, options.registry);
  const mailbox = createMailbox({ people: world.people, teams: {} });
  const course: Course = { options, world, mailbox, weeks: [], events: [], prepared, mails: 0, named: 0 };
  try {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      // oxlint-disable-next-line no-await-in-loop -- one day after another
      await playDay(course, day);
      // oxlint-disable-next-line no-await-in-loop -- see above
      await options.onDay?.(day, world);
    }
    return resultOf(course);
  } finally {
    await world.close();
  }
}

/** Changes of the config, the scheduled run, the deeds of the team, and the run that they wake. */
async function playDay(course: Course, day: Day): Promise<void> {
  const { world, options } = course;
  world.clock.set(day);
  noteWeek(course, day);
  for (const slip of (options.slips ?? []).filter(({ on }) => on === day)) {
    // oxlint-disable-next-line no-await-in-loop -- one change builds on the other
    await pushSlip(course, slip);
  }
  await runOnce(course);
  if (options.team === 'idle') return;
  await actAsTeam(course, day);
}

/** A week is named as its first day sees it. */
function noteWeek({ weeks, prepared }: Course, day: Day): void {
  const monday = mondayOf(day);
  if (weeks.at(-1)?.monday === monday) return;
  const releases = prepared.releases.flatMap(({ version, weeks: own }) =>
    own
      .filter((week) => week.start === monday)
      .map(({ number, countdown, phase }) => ({ version, number, of: own.length, countdown, phase })),
  );
  weeks.push({ monday, releases });
}

async function actAsTeam(course: Course, day: Day): Promise<void> {
  const { world, options } = course;
  const { releases, config } = course.prepared;
  const { duties } = options.registry ?? {};
  const issues = issuesOf(world);
  const { holidays } = config.schedule;
  const deeds = releases.flatMap((release) =>
    planDeeds({ release, today: day, holidays, issues, teams: config.teams }, config.sections, duties).map(
      (deed) => ({
        deed,
        release,
      }),
    ),
  );
  for (const { deed, release } of deeds) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
    await carryOut(course, deed, release);
  }
  if (deeds.length > 0) await runOnce(course);
}

async function pushSlip(course: Course, { prepared, what, release }: PlannedSlip): Promise<void> {
  const { world, events } = course;
  events.push({ kind: 'deed', day: world.clock.today(), by: MAINTAINER, what, release });
  await world.pushConfig(prepared.text);
  course.prepared = prepared;
}

async function runOnce(course: Course): Promise<void> {
  nameEvents(course);
  course.world.clock.pass();
  const run = await course.world.run();
  const applied = run.kind === 'applied' ? run.applied : [];
  course.events.push(...changesOf(applied, course.world.clock.today()));
  tellMessages(course, applied);
  nameEvents(course);
}

/** An issue may be renamed later: what happened is told with the title of its day. */
function nameEvents(course: Course): void {
  const { world, events, named } = course;
  const titles = new Map(issuesOf(world).map(({ number, title }) => [number, title]));
  const fresh = events.splice(named).map((event) => {
    const title = event.title ?? (event.number === undefined ? undefined : titles.get(event.number));
    return { ...event, title };
  });
  events.push(...fresh);
  course.named = events.length;
}

/** The mails since the last time, with the operations that may have caused them. */
function tellMessages(course: Course, applied: readonly Applied[]): void {
  const { world, mailbox, prepared, events } = course;
  const all = mailbox.after(world.github.deliveries);
  const roles = rolesIn(prepared);
  events.push(...messagesOf({ day: world.clock.today(), mails: all.slice(course.mails), applied, roles }));
  course.mails = all.length;
}

/** Who has each role in some release. */
function rolesIn({ config, releases }: Prepared): Readonly<Record<string, readonly string[]>> {
  const roles = new Map<string, string[]>();
  for (const held of [config.schedule.roles, ...releases.map((release) => release.roles)])
    for (const [role, logins] of Object.entries(held))
      roles.set(role, [...new Set([...(roles.get(role) ?? []), ...logins])]);
  return Object.fromEntries(roles);
}

async function carryOut(course: Course, deed: Deed, { version }: Release): Promise<void> {
  const { world, events } = course;
  world.clock.pass();
  const person = world.github.as(deed.by);
  const base = { kind: 'deed', day: world.clock.today(), by: deed.by, release: version } as const;
  if (deed.kind === 'comment') {
    events.push({ ...base, what: `writes ${deed.body} on`, number: deed.number });
    await person.comment(deed.number, deed.body);
  } else if (deed.kind === 'approve') {
    events.push({ ...base, what: 'approves', number: deed.number });
    await person.review(deed.number, 'APPROVE');
  } else if (deed.kind === 'close') {
    events.push({ ...base, what: 'closes', number: deed.number, source: sourcesOf(deed.tasks) });
    await person.close(deed.number);
  } else {
    const ids = new Set(deed.tasks.map(({ id }) => id));
    for (const task of deed.tasks)
      events.push({ ...base, what: `checks off ${task.title}`, source: sourcesOf([task]) });
    await person.editBody(deed.number, (body) => tick(body, ids));
  }
  tellMessages(course, []);
}

function resultOf({ options, world, mailbox, weeks, events, prepared }: Course): Simulation {
  const { from, to, team } = options;
  const { timezone } = prepared.config.schedule;
  const issues = issuesOf(world);
  const subjects = subjectsOf(prepared.releases, issues);
  const mails = mailbox.after(world.github.deliveries).filter((mail) => mail.from.endsWith('[bot]'));
  return {
    from,
    to,
    timezone,
    team,
    weeks,
    events: events.map((event) => withSubject(event, subjects)),
    counts: noiseOf({ mails, people: world.people, start: from, today: to, zone: timezone }),
    releases: releaseEnds({
      before: options.prepared.releases,
      releases: prepared.releases,
      issues,
      today: to,
    }),
  };
}

/** What an event knows itself goes before what its issue is about. */
function withSubject(event: SimulatedEvent, subjects: ReadonlyMap<number, Subject>): SimulatedEvent {
  const subject = event.number === undefined ? undefined : subjects.get(event.number);
  const title = event.title ?? subject?.title;
  return { ...event, ...subject, title, ...(event.source === undefined ? {} : { source: event.source }) };
}

function issuesOf({ github }: SimulatedWorld): readonly IssueSnapshot[] {
  return github.state()[0]?.issues ?? [];
}
