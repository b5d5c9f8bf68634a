// Reads the newest commits of a branch with the first page of their checks: mostly one request.
import { isAmbiguous } from '../../failure.ts';
import type { BuiltQuery } from '../../build-query.ts';
import type { GitHub } from '../../client.ts';
import { type PartialAnswer, queryRepository } from '../../graphql.ts';
import { present } from '../../present.ts';
import type { Line } from './own-suites.ts';
import { COMMITS, branchQuery, commitsQuery, lineQuery } from './branch-tests-query.ts';
import type { RawChecked, RawLine } from './raw-checks.ts';

/** Commits that one request reads when GitHub could not answer for all of them at once. */
const FEW = 5;

/** Requests for the line of a branch that had large merges. */
const MOST_LINES = 3;

interface RawTarget {
  readonly line: RawLine;
  readonly checked?: { readonly nodes: readonly (RawChecked | null)[] | null };
}

export interface ReadBranch {
  readonly line: Line;
  /** The newest ones, each with its first page of checks: all that are there, whoever they speak for. */
  readonly commits: readonly RawChecked[];
}

/** Undefined when there is no such branch. */
export async function readBranch(github: GitHub, branch: string): Promise<ReadBranch | undefined> {
  let atOnce = COMMITS;
  let answer: PartialAnswer;
  try {
    answer = await ask(github, branchQuery(branch, true));
  } catch (error) {
    if (!isAmbiguous(error)) throw error;
    // Too much for the ten seconds that GitHub takes for an answer: the same in portions.
    atOnce = FEW;
    answer = await ask(github, branchQuery(branch, false));
  }
  const ref = answer.data['branch'] as { readonly target: RawTarget | null } | null;
  if (ref?.target?.line === undefined) return undefined;
  const line = await followLine(github, ref.target.line);
  const checked = new Map(present(ref.target.checked?.nodes).map((commit) => [commit.oid, commit]));
  const missing = line.filter((oid) => !checked.has(oid));
  for (let from = 0; from < missing.length; from += atOnce) {
    const oids = missing.slice(from, from + atOnce);
    // oxlint-disable-next-line no-await-in-loop -- one portion after the other
    const { data } = await ask(github, commitsQuery(oids));
    for (const [index, oid] of oids.entries()) {
      const commit = data[`commit${index}`] as RawChecked | null;
      if (commit === null) throw new Error(`commit ${oid} can't be read`);
      checked.set(oid, commit);
    }
  }
  const main = answer.data['defaultBranchRef'] as { readonly name: string } | null;
  return {
    line: { branch, defaultBranch: main?.name },
    commits: line.flatMap((oid) => checked.get(oid) ?? []),
  };
}

/** The commits that were the head of the branch; what a merge brought along was tested elsewhere, in other states. */
async function followLine(github: GitHub, first: RawLine): Promise<string[]> {
  const line: string[] = [];
  let known = first;
  let next = present(first.nodes)[0]?.oid;
  for (let request = 1; next !== undefined && line.length < COMMITS;) {
    const oid: string = next;
    const commit = present(known.nodes).find((one) => one.oid === oid);
    if (commit !== undefined) {
      line.push(oid);
      next = present(commit.parents?.nodes)[0]?.oid;
      continue;
    }
    if (request++ === MOST_LINES) break;
    // oxlint-disable-next-line no-await-in-loop -- where it ends is known only then
    const { data } = await ask(github, lineQuery(oid));
    const from = data['from'] as { readonly line?: RawLine } | null;
    if (from?.line === undefined) break;
    known = from.line;
  }
  return line;
}

/** Throws when any part of it could not be read: a job that is missing would look like none (P8). */
async function ask(github: GitHub, { query, variables }: BuiltQuery): Promise<PartialAnswer> {
  const answer = await queryRepository(github, query, variables);
  const [failure] = answer.failed.values();
  if (failure !== undefined) throw new Error(failure);
  return answer;
}
