// Random interleavings of people, App and Action on tasks with issues of their own, and the law that holds for all.
import * as fc from 'fast-check';
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  type FaultRule,
} from '../../packages/embedded-github/src/index.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { expectNoViolations, startTestGitHub } from './github.ts';
import { instant, runAction, startTestApp, writesSince } from './runs.ts';
import { smallSeed } from './small-cycle.ts';
import { type Act, type Deed, agreed, boxOf, dueOf, taskIssueOf } from './task-people.ts';
import { issue } from './tracking.ts';
import { type Process, inTurns } from './turns.ts';

const TASKS = [0, 1, 2].map((index) => ({ id: `extra-${index}`, title: `Extra task ${index}` }));
/** Every task is an issue; labels, people and pins have tests of their own. */
const SECTION = 'tasks: all, labels: [], assign: [], milestone: false, pin: false';
const APP_BOT = 'relcomms[bot]';

/** The requests around which people act; a run of these days makes five to twelve. */
const TURNS = 14;

export interface Moment {
  readonly when: 'before' | 'after';
  readonly turn: number;
  readonly act: Act;
}

/** One run, or two at the same time, and what happens in it. */
export interface Round {
  readonly who: 'app' | 'action' | 'both';
  readonly order: readonly number[];
  readonly moments: readonly Moment[];
  /** Reads that are answered by a replica which lags behind. */
  readonly stale: readonly string[];
  /** A write that GitHub refuses, by its operation. */
  readonly refused: string | undefined;
}

export interface Story {
  /** Whether each task was done before. */
  readonly start: readonly boolean[];
  readonly rounds: readonly Round[];
}

export interface Figures {
  interleavings: number;
  acts: number;
  /** Interleavings in which a person acted between a read of a run and a later write of the same run. */
  overlapping: number;
  /** Interleavings with App and Action at once, with a read that lagged behind, with a refused write. */
  both: number;
  stale: number;
  refused: number;
}

const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('box' as const), task: fc.nat(2) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('issue' as const), task: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('line' as const, 'note' as const), task: fc.nat(2) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'browser' as const }) },
);
const moment = fc.record({
  when: fc.constantFrom('before' as const, 'after' as const),
  turn: fc.nat(TURNS),
  act,
});
const REFUSED = [
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
];
const round: fc.Arbitrary<Round> = fc.record({
  who: fc.constantFrom('app', 'action', 'both', 'both'),
  order: fc.array(fc.nat(1), { minLength: 40, maxLength: 40 }),
  moments: fc.array(moment, { minLength: 1, maxLength: 4 }),
  stale: fc.subarray(['RelcommsLook', 'RelcommsBody']),
  refused: fc.constantFrom(undefined, undefined, undefined, ...REFUSED),
});
const story: fc.Arbitrary<Story> = fc.record({
  start: fc.array(fc.boolean(), { minLength: TASKS.length, maxLength: TASKS.length }),
  rounds: fc.array(round, { minLength: 1, maxLength: 2 }),
});

/** What fast-check prints of a story that failed, to play it again. */
export interface Replay {
  readonly seed?: number;
  readonly path?: string;
}

/** A stage with one GitHub and one App on which stories are played, each from the same beginning. */
export async function taskInterleavings(
  runs: number,
  replay: Replay = {},
  known: readonly Story[] = [],
): Promise<Figures> {
  let today = 7;
  const now = () => instant(`2020-01-${String(today).padStart(2, '0')}T12:00:00Z`);
  const seed = smallSeed({ more: TASKS, lead: [], section: SECTION });
  // GitHub's own clock goes on by a second with each look at it, so that its timestamps say what came first.
  let second = 0;
  const github = await startTestGitHub({ seed, now: () => now() + 1000 * second++ });
  const app = await startTestApp(github, now, false);
  const figures = { interleavings: 0, acts: 0, overlapping: 0, both: 0, stale: 0, refused: 0 };
  const set = (day: number): void => {
    today = day;
    second = 0;
  };
  try {
    await fc.assert(
      fc.asyncProperty(story, (told) => play(told, { github, app, figures, now, set })),
      { numRuns: runs, examples: known.map((one): [Story] => [one]), ...replay },
    );
    return figures;
  } finally {
    await app.close();
    await github.close();
  }
}

interface Stage {
  readonly github: EmbeddedGitHub;
  readonly app: RunningApp;
  readonly figures: Figures;
  readonly now: () => ReturnType<typeof instant>;
  readonly set: (day: number) => void;
}

/** What people did in one story. */
interface Chronicle {
  readonly deeds: Map<string, Deed[]>;
  /** Own lines, with the number of the issue. */
  readonly lines: { readonly number: number; readonly line: string }[];
  /** Places in the journal at which somebody acted. */
  readonly moments: number[];
}

async function play({ start, rounds }: Story, stage: Stage): Promise<void> {
  const { github, figures, set, now } = stage;
  await github.reset();
  set(7);
  await runAction(github, now());
  for (const [index, done] of start.entries())
    if (done) await github.as('bob').tick(1, (line) => line.includes(`task extra-${index} `));
  await runAction(github, now());
  const told: Chronicle = { deeds: new Map(), lines: [], moments: [] };
  const begin = github.journal.length;
  // A replica of GitHub lags behind by seconds, not by days: a story takes less than an hour.
  set(8);
  for (const one of rounds) await playRound(one, stage, told);
  count(figures, rounds, overlaps(github, begin, told));
  figures.acts += told.moments.length;
  await settle(stage);
  expect(lawOf(github, start, told, isMemoryOld(rounds))).toEqual([]);
  expectNoViolations(github);
}

/** One quiet run of each on another day, and then nothing is left to write. */
async function settle({ github, app, set, now }: Stage): Promise<void> {
  set(9);
  await runAction(github, now());
  const before = github.journal.length;
  await app.tick();
  await app.idle();
  await runAction(github, now());
  expect(writesSince(github, before)).toEqual([]);
}

async function playRound({ who, order, moments, stale, refused }: Round, stage: Stage, told: Chronicle) {
  const { github, app, now } = stage;
  const action: Process = { login: ACTIONS_BOT, work: () => runAction(github, now()) };
  const server: Process = {
    login: APP_BOT,
    work: async () => {
      await app.tick();
      await app.idle();
    },
  };
  const rules: FaultRule[] = stale.map((operation) => ({
    match: (request) => request.operation === operation,
    times: 1,
    kind: 'stale',
  }));
  if (refused !== undefined)
    rules.push({
      match: (request) => request.operation === refused,
      times: 1,
      kind: 'error-before',
      status: 403,
    });
  for (const rule of rules) github.fault(rule);
  const processes = who === 'both' ? [action, server] : [who === 'app' ? server : action];
  await inTurns(github, processes, {
    choose: (waiting, turn) => (order[turn % order.length] ?? 0) % waiting,
    around: async (when, turn) => {
      for (const one of moments)
        if (one.when === when && one.turn === turn) await perform(github, one.act, told);
    },
  });
  github.clearFaults();
}

async function perform(github: EmbeddedGitHub, one: Act, told: Chronicle): Promise<void> {
  told.moments.push(github.journal.length);
  if (one.kind === 'browser')
    return github.as('bob').editBody(1, (body) => body.replaceAll(/\r?\n/g, '\r\n'));
  const { id, title } = TASKS[one.task % TASKS.length] ?? { id: '', title: '' };
  const { number, state } = taskIssueOf(github, title);
  const deeds = told.deeds.get(id) ?? [];
  told.deeds.set(id, deeds);
  const line = `  - own line ${told.lines.length}, with  two spaces and a\ttab`;
  switch (one.kind) {
    case 'box': {
      const done = boxOf(issue(github, 1).body, id) !== true;
      deeds.push({ side: 'box', done });
      return github.as('bob').tick(1, (text) => text.includes(`relcomms:task ${id} `), done);
    }
    case 'issue':
      deeds.push({ side: 'issue', done: state === 'open' });
      return state === 'open' ? github.as('alice').close(number) : github.as('alice').reopen(number);
    case 'line':
      told.lines.push({ number: 1, line });
      return github
        .as('bob')
        .editBody(1, (body) => body.replace(/(task extra-\d .*)(\r?\n)/, `$1$2${line}$2`));
    case 'note':
      told.lines.push({ number, line });
      return github.as('bob').editBody(number, (body) => `${line}\n\n${body}`);
  }
}

/**
 * The log could not be written, and people edited the checklist: then the memory of an older run decides about an
 * issue that was closed and opened again (`docs/decisions/0004-edit-history-restores.md`, under "Cost").
 */
function isMemoryOld(rounds: readonly Round[]): boolean {
  const acts = rounds.flatMap(({ moments }) => moments.map(({ act: { kind } }) => kind));
  return (
    rounds.some(({ refused }) => refused?.includes('comments') === true) &&
    acts.some((kind) => kind === 'browser' || kind === 'line' || kind === 'box')
  );
}

/** What is against the law in the end, in words. */
function lawOf(
  github: EmbeddedGitHub,
  start: readonly boolean[],
  { deeds, lines }: Chronicle,
  memoryIsOld: boolean,
): string[] {
  const tasks = TASKS.flatMap((task, index) => {
    const is = agreed(github, task);
    const done = deeds.get(task.id) ?? [];
    const due = dueOf(start[index] === true, done);
    if (is === undefined) return [`${task.id}: box and issue disagree`];
    const isTakenBack = done.filter(({ side }) => side === 'issue').length > 1;
    return due === 'either' || due === is || (memoryIsOld && isTakenBack)
      ? []
      : [`${task.id}: is ${is}, was ${start[index] ? 'done' : 'open'}, people: ${wordsOf(done)}`];
  });
  const lost = lines.filter(({ number, line }) => !issue(github, number).body.split(/\r?\n/).includes(line));
  return [...tasks, ...lost.map(({ number, line }) => `lost from #${number}: ${line}`)];
}

function wordsOf(deeds: readonly Deed[]): string {
  return deeds
    .map(({ side, done }) => (side === 'box' ? (done ? 'tick' : 'untick') : done ? 'close' : 'reopen'))
    .join(', ');
}

/** Whether somebody acted between a read of a process and a later write of the same process. */
function overlaps(github: EmbeddedGitHub, begin: number, { moments }: Chronicle): boolean {
  const entries = github.journal
    .map((entry, index) => ({ entry, index }))
    .slice(begin)
    .filter(({ entry }) => !entry.byHand);
  return moments.some((at) =>
    [ACTIONS_BOT, APP_BOT].some((login) => {
      const own = entries.filter(({ entry }) => entry.actor === login);
      return (
        own.some(({ entry, index }) => !entry.write && index < at) &&
        own.some(({ entry, index }) => entry.write && index >= at)
      );
    }),
  );
}

function count(figures: Figures, rounds: readonly Round[], overlapping: boolean): void {
  figures.interleavings += 1;
  if (overlapping) figures.overlapping += 1;
  if (rounds.some(({ who }) => who === 'both')) figures.both += 1;
  if (rounds.some(({ stale }) => stale.length > 0)) figures.stale += 1;
  if (rounds.some(({ refused }) => refused !== undefined)) figures.refused += 1;
}
