// Scenario: people edit the tracking issue between relcomms' reads and its write; nothing of theirs is lost (P4).
import * as fc from 'fast-check';
import { addDays, day } from '../../src/domain/day.ts';
import type { EmbeddedGitHub, Person } from '../../packages/embedded-github/src/index.ts';
import { readTicks } from '../../src/body/ticks.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { rounds } from '../support/long.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { SMALL_START, smallSeed } from '../support/small-cycle.ts';
import { issue } from '../support/tracking.ts';

const RUNS = rounds(24, 200);
/** The cycle has 28 days; each run is on another day, so that the body changes every time. */
const DAYS = 28;
const TASKS = Array.from({ length: 9 }, (_, index) => ({
  id: `extra-${index}`,
  title: `Extra task ${index}`,
}));

/** What a person does in one moment. */
type Act =
  | { readonly kind: 'toggle'; readonly box: number }
  | { readonly kind: 'two'; readonly box: number }
  | { readonly kind: 'line' }
  | { readonly kind: 'browser' };

/** Around which request of the run the person acts. */
interface Moment {
  readonly when: 'before' | 'after';
  readonly request: number;
  readonly act: Act;
}

let github: EmbeddedGitHub;
/** What people left behind: the state of every box that they touched, and their own lines. */
const boxes = new Map<string, boolean>();
const lines: string[] = [];
let putBack = 0;
let gaveUp = 0;
let acts = 0;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed({ more: TASKS }) });
  await runAction(github, at(0));
});

afterAll(async () => {
  expectNoViolations(github);
  await github.close();
});

function at(index: number) {
  return instant(`${addDays(day(SMALL_START), index)}T12:00:00Z`);
}

function body(): string {
  return issue(github, 1).body;
}

async function perform(act: Act): Promise<void> {
  acts += 1;
  const bob = github.as('bob');
  switch (act.kind) {
    case 'toggle':
      return toggle(bob, act.box);
    case 'two':
      await toggle(bob, act.box);
      return toggle(github.as('alice'), act.box + 1);
    case 'line': {
      // Below one of our boxes, as people add a step of their own.
      const line = `  - bob's own line ${lines.length}, with  two spaces and a\ttab`;
      lines.push(line);
      return bob.editBody(1, (text) =>
        text.replace(
          /(<!-- relcomms:task theme .*)(\r?\n)/,
          (_, box: string, eol: string) => `${box}${eol}${line}${eol}`,
        ),
      );
    }
    case 'browser':
      // A browser's form sends every line end as CRLF.
      return bob.editBody(1, (text) => text.replaceAll(/\r?\n/g, '\r\n'));
  }
}

/** Ticks the box, or takes the tick away: what the person wants is the opposite of what the person sees. */
async function toggle(person: Person, box: number): Promise<void> {
  const id = `extra-${box % TASKS.length}`;
  const wanted = readTicks(body()).get(id) !== true;
  boxes.set(id, wanted);
  await person.tick(1, (line) => line.includes(`relcomms:task ${id} `), wanted);
}

/** One run during which people act at these moments. */
async function disturbedRun(moments: readonly Moment[], index: number) {
  let count = 0;
  let current = 0;
  const act = async (when: Moment['when']): Promise<void> => {
    if (when === 'before') current = count++;
    for (const moment of moments.filter((one) => one.when === when && one.request === current))
      await perform(moment.act);
  };
  const lift = [github.before(() => act('before')), github.after(() => act('after'))];
  const run = await runAction(github, at(index));
  for (const off of lift) off();
  return run;
}

function expectKept(): void {
  const ticks = readTicks(body());
  expect(Object.fromEntries([...boxes.keys()].map((id) => [id, ticks.get(id)]))).toEqual(
    Object.fromEntries(boxes),
  );
  const present = new Set(body().split(/\r?\n/));
  expect(lines.filter((line) => !present.has(line))).toEqual([]);
}

const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('toggle' as const), box: fc.nat(8) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('two' as const), box: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'line' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'browser' as const }) },
);
/** The run of a day makes five requests when nobody interferes: config, look, read, write, read. */
const moment = fc.record({
  when: fc.constantFrom('before' as const, 'after' as const),
  request: fc.integer({ min: 1, max: 6 }),
  act,
});

test(`${RUNS} random interleavings: every tick, every untick and every own line is there in the end`, async () => {
  let index = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 4 }), async (moments) => {
      index += 1;
      const run = await disturbedRun(moments, index % DAYS);
      if (run.kind !== 'applied') throw new Error(run.kind);
      const writing = run.applied.find(({ operation }) => operation.kind === 'write-body');
      if (writing?.detail?.includes('put back') === true) putBack += 1;
      if (writing?.outcome === 'failed') gaveUp += 1;
      expectKept();
      // What came too late for this run is in the next one's look; then there is peace.
      if (index % 4 !== 0) return;
      await runAction(github, at(index % DAYS));
      const before = github.journal.length;
      await runAction(github, at(index % DAYS));
      expect(writesSince(github, before)).toEqual([]);
      expectKept();
    }),
    // Each run begins where the one before ended, so a failure can't be made smaller.
    { numRuns: RUNS, endOnFailure: true },
  );
  process.stdout.write(
    `${RUNS} interleavings, ${acts} edits by people, ${putBack} runs put edits back, ${gaveUp} gave up\n`,
  );
  expect(putBack).toBeGreaterThan(RUNS / 10);
}, 120_000);
