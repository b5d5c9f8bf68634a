// Reads the newest commits of a branch with the first page of their checks: mostly one request.
import { isAmbiguous } from '../../failure.ts';
import type { BuiltQuery } from '../../build-query.ts';
import type { GitHub } from '../../client.ts';
import { type Hole, type PartialAnswer, queryRepository } from '../../graphql.ts';
import { present } from '../../present.ts';
import { needing } from '../needing.ts';
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
  /** What of them could not be read, in words. */
  readonly unread: readonly string[];
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
  const unread = unreadStatuses(answer);
  const missing = line.filter((oid) => !checked.has(oid));
  for (let from = 0; from < missing.length; from += atOnce) {
    const oids = missing.slice(from, from + atOnce);
    // oxlint-disable-next-line no-await-in-loop -- one portion after the other
    const portion = await ask(github, commitsQuery(oids));
    const { data } = portion;
    unread.push(...unreadStatuses(portion));
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
    unread: [...new Set(unread)],
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

/**
 * Throws when a part of it could not be read: a job that is missing would look like none (P8). Statuses are apart from
 * all else, so that a token that may not read them sees the rest.
 */
async function ask(github: GitHub, { query, variables }: BuiltQuery): Promise<PartialAnswer> {
  const answer = await queryRepository(github, query, variables);
  const { holes = [], failed } = answer;
  const hole = holes.find((one) => !isOfStatus(one));
  if (hole !== undefined)
    throw new Error(
      hole.path.includes('workflowRun')
        ? needing(hole.why, 'actions: read')
        : needing(hole.why, 'checks: read'),
    );
  const [failure] = failed.values();
  if (failure !== undefined && holes.length === 0) throw new Error(failure);
  return answer;
}

function isOfStatus({ path }: Hole): boolean {
  return path.includes('status');
}

/** Why statuses are missing, in words; each reason once. */
function unreadStatuses({ holes = [] }: PartialAnswer): string[] {
  return holes.filter(isOfStatus).map(({ why }) => `statuses of commits: ${needing(why, 'statuses: read')}`);
}
