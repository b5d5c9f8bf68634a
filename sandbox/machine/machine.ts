// The time machine: everything that a visitor can do with a scenario, one thing after another.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Day, addDays } from '../../src/domain/day.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { ActOrder } from './act-order.ts';
import type { FaultsOrder } from './faults.ts';
import { type SandboxState, observeWorld } from './state.ts';
import { type Deed, carryOutOn, liveOn } from './carry-out.ts';
import { takeQuickTurns } from './quick-turns.ts';
import { type World, type WorldOptions, startWorld } from './world.ts';

export interface Machine {
  /** As it was after the last change. */
  readonly state: SandboxState;
  /** Forward a run for each day; backward starts over and does again what was done before that day. */
  goTo(day: Day): Promise<void>;
  goOn(days: number): Promise<void>;
  act(order: ActOrder): Promise<void>;
  setFaults(order: FaultsOrder): Promise<void>;
  reset(scenario: Scenario): Promise<void>;
  /** Hands a request over to the embedded GitHub; false when it is none of its API. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  token(login: string): string;
  /** Calls the listener after every change; the answer takes it away. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Holds the world under way and what was done in it. */
interface Course {
  world: World;
  state: SandboxState;
  deeds: { readonly on: Day; readonly deed: Deed }[];
  /** Old worlds on their way out. */
  readonly closing: Set<Promise<void>>;
}

/** Starts the first scenario and lets relcomms look once. */
export async function startMachine(options: WorldOptions): Promise<Machine> {
  takeQuickTurns();
  const listeners = new Set<() => void>();
  const course = await begin(SCENARIOS[0], options);
  const turn = inTurn();
  const publish = async (): Promise<void> => {
    course.state = await observeWorld(course.world, course.state.version + 1, course.state);
    for (const listener of listeners) listener();
  };
  const change = (work: () => Promise<void>): Promise<void> =>
    turn(async () => {
      try {
        await work();
      } finally {
        await publish();
      }
    });
  return {
    get state() {
      return course.state;
    },
    goTo: (day) =>
      change(() =>
        day < course.world.clock.today() ? goBack(course, day, options) : walk(course.world, day, publish),
      ),
    goOn: (days) => change(() => walk(course.world, addDays(course.world.clock.today(), days), publish)),
    act: (order) => change(() => carryOut(course, { act: order })),
    setFaults: (order) => change(() => carryOut(course, { faults: order })),
    reset: (scenario) => change(() => startOver(course, scenario, options)),
    handle: (request, response) => {
      if (!course.world.github.handle(request, response)) return false;
      if (request.method !== 'GET') response.once('finish', () => void change(() => course.world.quiet()));
      return true;
    },
    token: (login) => course.world.github.token(login),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () =>
      turn(async () => {
        await Promise.all([...course.closing, course.world.close()]);
      }),
  };
}

async function begin(scenario: Scenario, options: WorldOptions): Promise<Course> {
  const world = await startWorld(scenario, options);
  await liveOn(world, world.start);
  return { world, state: await observeWorld(world, 1), deeds: [], closing: new Set() };
}

/** Milliseconds: a walk shows itself no more often. */
const GLANCE = 500;

/** Nor more often than this many times as long as a look takes, so that looks are a tenth of a walk. */
const LOOKS = 9;

/** A run for each day, as the schedule would start it. Whoever watches sees where it is, if not every day. */
async function walk(world: World, to: Day, publish: () => Promise<void>): Promise<void> {
  let next = performance.now() + GLANCE;
  for (let day = addDays(world.clock.today(), 1); day <= to; day = addDays(day, 1)) {
    // oxlint-disable-next-line no-await-in-loop -- one day after another
    await liveOn(world, day);
    const begun = performance.now();
    if (day === to || begun < next) continue;
    // oxlint-disable-next-line no-await-in-loop -- see above
    await publish();
    const shown = performance.now();
    next = shown + Math.max(GLANCE, LOOKS * (shown - begun));
  }
}

/** What was done is kept, to be done again after going back. */
async function carryOut(course: Course, deed: Deed): Promise<void> {
  await carryOutOn(course.world, deed);
  course.deeds.push({ on: course.world.clock.today(), deed });
}

async function startOver(course: Course, scenario: Scenario, options: WorldOptions): Promise<void> {
  const old = course.world;
  const next = await begin(scenario, options);
  course.world = next.world;
  course.deeds = [];
  course.state = { ...next.state, version: course.state.version };
  // Nobody has to wait for the old one; closing the machine does.
  course.closing.add(old.close());
}

/** Days can't be taken back one by one: the scenario starts over and runs up to that day. */
async function goBack(course: Course, to: Day, options: WorldOptions): Promise<void> {
  const deeds = course.deeds.filter(({ on }) => on < to);
  await startOver(course, course.world.scenario, options);
  const { world } = course;
  for (let day = world.start; ; day = addDays(day, 1)) {
    // oxlint-disable-next-line no-await-in-loop -- one day after another
    if (day > world.start) await liveOn(world, day);
    for (const { on, deed } of deeds) {
      // oxlint-disable-next-line no-await-in-loop -- in the order in which they were done
      if (on === day) await carryOutOn(world, deed);
    }
    if (day >= to) break;
  }
  course.deeds = deeds;
}

/** Pieces of work run in the order in which they were asked for; one that fails does not hold up the next. */
function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
