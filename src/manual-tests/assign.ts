// Who runs which manual test: balanced by complexity within a team, and moved as little as possible.
import type { TestRun } from '../domain/manual-test.ts';

/** What decides over one candidate. All logins are lower-case. */
export interface Assigning {
  readonly runs: readonly TestRun[];
  /** Who may test, by id of the team; people who are away are left out. */
  readonly people: ReadonlyMap<string, readonly string[]>;
  /** Who has a run now, by its id: of an earlier assignment, or because people wrote it down. */
  readonly testers: ReadonlyMap<string, string>;
  /** Ids of the runs that have a result, or that people gave to somebody: these stay where they are. */
  readonly fixed: ReadonlySet<string>;
  /** Complexity that a person already has elsewhere, such as in another release. */
  readonly load?: ReadonlyMap<string, number> | undefined;
}

export interface Assignment {
  /** Login by id of the run. */
  readonly testers: ReadonlyMap<string, string>;
  /** Runs that nobody can take, because nobody of the team is there. */
  readonly nobody: readonly TestRun[];
  /** Runs that only the author of the change could take: somebody else has to look, too. */
  readonly onlyAuthor: readonly TestRun[];
}

/** A run moves from one person to another only if somebody has more than this times the mean of the team. */
const UNEVEN = 1.3;

/** The same input gives the same assignment, in whatever order it comes. */
export function assignRuns(input: Assigning): Assignment {
  const testers = new Map<string, string>();
  const nobody: TestRun[] = [];
  const onlyAuthor: TestRun[] = [];
  for (const [team, runs] of byTeam(input.runs)) {
    const shares = sharesOf(input, team, runs);
    for (const run of runs.filter((one) => input.fixed.has(one.id))) {
      const tester = input.testers.get(run.id);
      if (tester !== undefined) give(shares, testers, run, tester);
    }
    const open = runs.filter((run) => !testers.has(run.id));
    const { keep, rest } = kept(input, shares, open);
    for (const { run, tester } of keep) give(shares, testers, run, tester);
    for (const run of rest) {
      const tester = lightest(shares, run);
      if (tester === undefined) nobody.push(run);
      else give(shares, testers, run, tester);
    }
    even(shares, testers, runs, input.fixed);
    onlyAuthor.push(...runs.filter((run) => isAuthor(run, testers.get(run.id))));
  }
  return { testers, nobody, onlyAuthor };
}

/** Complexity by login of everybody in a team who is there. */
type Shares = Map<string, number>;

function sharesOf({ people, load }: Assigning, team: string, runs: readonly TestRun[]): Shares {
  const there = runs.length === 0 ? [] : (people.get(team) ?? []);
  return new Map([...there].toSorted(compare).map((login) => [login, load?.get(login) ?? 0]));
}

/** The heaviest first, so that the light ones even out what is left; ids decide between equals. */
function byTeam(runs: readonly TestRun[]): ReadonlyMap<string, readonly TestRun[]> {
  const sorted = runs.toSorted(
    (a, b) =>
      b.test.complexity - a.test.complexity || compare(a.test.team, b.test.team) || compare(a.id, b.id),
  );
  const teams = new Map<string, TestRun[]>();
  for (const run of sorted) {
    const of = teams.get(run.test.team);
    if (of === undefined) teams.set(run.test.team, [run]);
    else of.push(run);
  }
  return teams;
}

/** What stays with the person who has it: everything that this person may still have. */
function kept({ testers }: Assigning, shares: Shares, open: readonly TestRun[]) {
  const keep: { readonly run: TestRun; readonly tester: string }[] = [];
  const rest: TestRun[] = [];
  for (const run of open) {
    const tester = testers.get(run.id);
    if (tester !== undefined && candidatesFor(shares, run).includes(tester)) keep.push({ run, tester });
    else rest.push(run);
  }
  return { keep, rest };
}

/** Everybody but the author of the change; the author alone where nobody else is there. */
function candidatesFor(shares: Shares, run: TestRun): readonly string[] {
  const all = [...shares.keys()];
  const others = all.filter((login) => !isAuthor(run, login));
  return others.length === 0 ? all : others;
}

function isAuthor({ test }: TestRun, login: string | undefined): boolean {
  return login !== undefined && test.author?.toLowerCase() === login;
}

function lightest(shares: Shares, run: TestRun): string | undefined {
  const [first] = candidatesFor(shares, run).toSorted(
    (a, b) => sizeOf(shares, a) - sizeOf(shares, b) || compare(a, b),
  );
  return first;
}

function give(shares: Shares, testers: Map<string, string>, run: TestRun, tester: string): void {
  testers.set(run.id, tester);
  // People outside of the team may test; they do not count for its balance.
  if (shares.has(tester)) shares.set(tester, sizeOf(shares, tester) + run.test.complexity);
}

/** Moves single runs from whoever has far too much, the fewest that bring the team near its mean. */
function even(
  shares: Shares,
  testers: Map<string, string>,
  runs: readonly TestRun[],
  fixed: ReadonlySet<string>,
): void {
  for (let moves = 0; moves < runs.length; moves++) {
    const mean = [...shares.values()].reduce((sum, size) => sum + size, 0) / shares.size;
    const move = bestMove(shares, testers, runs, { fixed, above: mean * UNEVEN });
    if (move === undefined) return;
    shares.set(move.from, sizeOf(shares, move.from) - move.run.test.complexity);
    give(shares, testers, move.run, move.to);
  }
}

interface Bound {
  readonly fixed: ReadonlySet<string>;
  /** Nobody with this much or less gives anything away. */
  readonly above: number;
}

interface Move {
  readonly run: TestRun;
  readonly from: string;
  readonly to: string;
}

/** The move after which the larger of the two has least, if it makes anything more even at all. */
function bestMove(
  shares: Shares,
  testers: ReadonlyMap<string, string>,
  runs: readonly TestRun[],
  { fixed, above }: Bound,
): Move | undefined {
  const heavy = [...shares.keys()]
    .filter((login) => sizeOf(shares, login) > above)
    .toSorted((a, b) => sizeOf(shares, b) - sizeOf(shares, a) || compare(a, b));
  for (const from of heavy) {
    let best: Move | undefined;
    let least = sizeOf(shares, from);
    for (const run of runs) {
      if (testers.get(run.id) !== from || fixed.has(run.id)) continue;
      const to = lightest(without(shares, from), run);
      if (to === undefined || isAuthor(run, to)) continue;
      const larger = Math.max(
        sizeOf(shares, to) + run.test.complexity,
        sizeOf(shares, from) - run.test.complexity,
      );
      if (larger >= least) continue;
      least = larger;
      best = { run, from, to };
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

function without(shares: Shares, login: string): Shares {
  return new Map([...shares].filter(([one]) => one !== login));
}

function sizeOf(shares: Shares, login: string): number {
  return shares.get(login) ?? 0;
}

/** By code units: no locale decides over an assignment. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
