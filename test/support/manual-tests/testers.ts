// Scripted testers and what they did: which result every manual test has to have, and what has to be named as a conflict.
import { type ManualTest, RESULTS, type Result, keyOf } from '../../../src/domain/manual-test.ts';
import { PEOPLE } from './world.ts';

/** The next number of a fixed sequence (Park and Miller), from 0 up to `below`. */
export type Dice = (below: number) => number;

export function dice(seed: number): Dice {
  let state = seed + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

export interface Filled {
  readonly run: string;
  readonly team: string;
  value: Result;
}

/** What people do between two runs, all at the same time. */
export interface Day {
  /** Two people fill in the same edition of the workbook; the second upload replaces the first. */
  readonly cells: readonly [Filled[], Filled[]];
  readonly boxes: Filled[];
  readonly commands: Filled[];
  readonly edits: Filled[];
}

/** What the workbook says where the results say something else. */
export interface Named {
  readonly run: string;
  readonly other: Result;
}

export interface Model {
  /** By `keyOf`. */
  readonly results: Map<string, Result>;
  /** Conflicts of the day. */
  named: Named[];
  /** Boxes that a command was newer than. */
  passedOver: Filled[];
}

const MIX: readonly Result[] = ['pass', 'pass', 'pass', 'fail', 'pass', 'blocked', 'pass', 'n/a'];

function otherThan(value: Result): Result {
  return RESULTS[(RESULTS.indexOf(value) + 1) % RESULTS.length] ?? 'pass';
}

/** The share of a day: each of the first four tests is filled in in two places, the others in one. */
export function dayOf(tests: readonly ManualTest[], candidate: string, model: Model, roll: Dice): Day {
  const day: Day = { cells: [[], []], boxes: [], commands: [], edits: [] };
  const { cells, boxes, commands, edits } = day;
  const one = [cells[0], cells[1], cells[0], boxes, boxes, commands, commands, edits];
  const two = [
    [edits, cells[0]],
    [commands, cells[1]],
    [cells[0], cells[1]],
  ] as const;
  Object.assign(model, { named: [], passedOver: [] });
  for (const [index, { id: run, team }] of tests.entries()) {
    const by = one[roll(one.length)] ?? edits;
    const value = by === boxes ? 'pass' : (MIX[roll(MIX.length)] ?? 'pass');
    const filled: Filled = { run, team, value };
    const pair = two[index];
    if (pair !== undefined) {
      const other = otherThan(value);
      pair[0].push(filled);
      pair[1].push({ ...filled, value: other });
      model.named.push({ run, other });
    } else if (index === two.length) {
      filled.value = 'fail';
      commands.push(filled);
      boxes.push(filled);
      model.passedOver.push(filled);
    } else by.push(filled);
    model.results.set(keyOf({ candidate, run }), filled.value);
  }
  return day;
}

/** Complexity by person, and the largest share against the mean of the team. */
export function loadOf(
  tests: readonly ManualTest[],
  testers: ReadonlyMap<string, string | undefined>,
): readonly { readonly team: string; readonly shares: readonly number[]; readonly above: number }[] {
  return [...new Set(tests.map(({ team }) => team))].map((team) => {
    const own = tests.filter((test) => test.team === team);
    const shares = (PEOPLE.get(team) ?? []).map((person) =>
      own.reduce((sum, { id, complexity }) => sum + (testers.get(id) === person ? complexity : 0), 0),
    );
    const mean = own.reduce((sum, { complexity }) => sum + complexity, 0) / shares.length;
    return { team, shares, above: Math.max(...shares) / mean };
  });
}
