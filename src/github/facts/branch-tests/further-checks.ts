// Reads the checks beyond the first page of each list, so that none is taken for green that was not read.
import type { GitHub } from '../../client.ts';
import { queryRepository } from '../../graphql.ts';
import { type Gap, gapsQuery } from './branch-tests-query.ts';
import { present } from '../../present.ts';
import { type Line, ownSuites, withOwn } from './own-suites.ts';
import type { ReadBranch } from './read-branch.ts';
import type { Page, RawCheckRun, RawChecked, RawSuite } from './raw-checks.ts';

/** Lists that one request reads on. */
const AT_ONCE = 20;

/** Requests for one branch; what is still missing then is named. */
const MOST = 4;

/** The commits with all checks that speak for the branch, and what remained unread, in words. Throws when a page can't be read. */
export async function closeGaps(
  github: GitHub,
  { line, commits: all }: ReadBranch,
): Promise<{ readonly commits: RawChecked[]; readonly unread: string[] }> {
  const first = ownSuites(all, line);
  const suites = new Map(first.map(({ oid, checkSuites }) => [oid, present(checkSuites?.nodes)]));
  const gaps = first.flatMap(({ oid, checkSuites }) => gapsIn(oid, checkSuites));
  for (let request = 0; request < MOST && gaps.length > 0; request++) {
    const now = gaps.splice(0, AT_ONCE);
    const { query, variables } = gapsQuery(now);
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const answer = await queryRepository(github, query, variables);
    const [failure] = answer.failed.values();
    if (failure !== undefined) throw new Error(failure);
    for (const [index, gap] of now.entries()) {
      const of = (gap.kind === 'suites' ? answer.data : answer.root)[`gap${index}`];
      gaps.push(...take(suites, gap, of as RawPages | null, line));
    }
  }
  const commits = first.map((commit) => ({
    ...commit,
    checkSuites: { ...END, nodes: suites.get(commit.oid) ?? [] },
  }));
  return { commits, unread: gaps.map(gapWords) };
}

interface RawPages {
  readonly checkSuites?: Page<RawSuite> | null;
  readonly checkRuns?: Page<RawCheckRun> | null;
}

const END = { pageInfo: { hasNextPage: false, endCursor: null } } as const;

/** Puts a page to what is known, and tells where that goes on. */
function take(suites: Map<string, RawSuite[]>, gap: Gap, page: RawPages | null, line: Line): Gap[] {
  const known = suites.get(gap.oid) ?? [];
  if (gap.kind === 'suites') {
    const own = withOwn(listOf(page?.checkSuites, gap), line);
    suites.set(gap.oid, [...known, ...present(own?.nodes)]);
    return gapsIn(gap.oid, own);
  }
  const runs = listOf(page?.checkRuns, gap);
  suites.set(
    gap.oid,
    known.map((suite) => (suite.id === gap.suite ? withRuns(suite, present(runs.nodes)) : suite)),
  );
  return runs.pageInfo.hasNextPage ? [{ ...gap, after: runs.pageInfo.endCursor }] : [];
}

/** A list that was there a moment ago and is no longer has not ended. */
function listOf<T>(page: Page<T> | null | undefined, gap: Gap): Page<T> {
  if (page === null || page === undefined) throw new Error(`${gapWords(gap)} can't be read`);
  return page;
}

function withRuns(suite: RawSuite, runs: readonly RawCheckRun[]): RawSuite {
  return { ...suite, checkRuns: { ...END, nodes: [...present(suite.checkRuns?.nodes), ...runs] } };
}

function gapsIn(oid: string, page: Page<RawSuite> | null): Gap[] {
  const within = present(page?.nodes).flatMap(({ id: suite, checkRuns }): Gap[] =>
    checkRuns?.pageInfo.hasNextPage === true
      ? [{ kind: 'runs', oid, suite, after: checkRuns.pageInfo.endCursor }]
      : [],
  );
  return page?.pageInfo.hasNextPage === true
    ? [...within, { kind: 'suites', oid, after: page.pageInfo.endCursor }]
    : within;
}

function gapWords({ kind, oid }: Gap): string {
  const of = `commit ${oid.slice(0, 10)}`;
  return kind === 'suites' ? `further checks of ${of}` : `further jobs of one workflow of ${of}`;
}
