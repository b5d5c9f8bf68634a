// Reads pull requests in full, fifty a request; with the first come the newest closed ones, teams, fixes and base branches.
import type { BranchOwners, Fixes, TeamMembers } from '../../../domain/pull.ts';
import type { GitHub } from '../../client.ts';
import { type Hole, type PartialAnswer, holesBelow, refusedFields } from '../../graphql.ts';
import { sideBySide } from '../../side-by-side.ts';
import { branchFields, decodeBranches } from '../branch-owners.ts';
import { type Page, type Paged, askInPages } from './ask-in-pages.ts';
import { fixesIn } from './fixes-in.ts';
import { type FixFields, fixFields } from './fixes.ts';
import { CLOSED_FIELDS, PULL_FIELDS, type RawPull, withoutDetails } from './pull-fields.ts';
import { type PullPage, whyNoPage } from './pull-page.ts';
import type { PullsQuestion } from './question.ts';
import { decodeTeams, teamFields, teamsToRead } from './team-members.ts';

/** Pull requests a request: more makes GitHub's answers slow and, at worst, a 502. */
const PAGE = 50;

/** Most base branches that are read; pull requests into others are left alone, and said to be. */
const MOST_BRANCHES = 20;

/** A pull request, and what of it could not be read. */
export interface ReadPull {
  readonly raw: RawPull;
  readonly holes: readonly Hole[];
}

export interface Details {
  readonly owners: readonly BranchOwners[];
  readonly pulls: readonly ReadPull[];
  readonly fixes: Fixes;
  readonly members: readonly TeamMembers[];
}

/** What to read of a look. */
export interface Wanted {
  /** Of open pull requests. */
  readonly numbers: readonly number[];
  /** Their base branches. */
  readonly bases: readonly string[];
}

/** What comes beside the pull requests with the first request. */
interface Beside {
  readonly branches: readonly string[];
  readonly teams: readonly string[];
  readonly fixes: FixFields;
}

const NOTHING: Beside = { branches: [], teams: [], fixes: { parts: [], variables: {}, names: [] } };

/** Throws where one could not be read that may well be there. `seen` are the base branches that are known by now. */
export async function readDetails(
  github: GitHub,
  { numbers, bases }: Wanted,
  question: PullsQuestion,
  seen: readonly BranchOwners[],
): Promise<Details> {
  const { teams, unread } = teamsToRead(github.owner, question.teams, seen);
  const fixes = fixFields(question);
  const branches = newBranches(bases, seen);
  const [first, others] = await sideBySide([
    () => readFirst(github, numbers.slice(0, PAGE), { branches, teams, fixes }),
    () => readPulls(github, numbers.slice(PAGE)),
  ]);
  const repository = `${github.owner}/${github.repo}`;
  return {
    pulls: [...first.pulls, ...others],
    fixes: { ...fixesIn(first, question, fixes), repository },
    members: [...decodeTeams(first.answer, teams), ...unread],
    owners: [...seen, ...decodeBranches(first.answer, branches)],
  };
}

/** Only these, whatever has become of them. Throws where one could not be read that may well be there. */
export async function readPulls(github: GitHub, numbers: readonly number[]): Promise<ReadPull[]> {
  const pages = Array.from({ length: Math.ceil(numbers.length / PAGE) }, (_, page) =>
    numbers.slice(page * PAGE, (page + 1) * PAGE),
  );
  return (await sideBySide(pages.map((page) => () => readPage(github, page)))).flat();
}

/** A page, or as many smaller ones as GitHub can answer. */
async function readPage(github: GitHub, numbers: readonly number[]): Promise<ReadPull[]> {
  const pulls: ReadPull[] = [];
  for (let rest = numbers; rest.length > 0;) {
    // oxlint-disable-next-line no-await-in-loop -- how much GitHub can answer is known by its answer
    const { answer, size } = await askDetails(github, rest, undefined);
    pulls.push(...pullsIn(answer, rest.slice(0, size)));
    rest = rest.slice(size);
  }
  return pulls;
}

/** The first page with all that comes beside it. */
async function readFirst(
  github: GitHub,
  numbers: readonly number[],
  beside: Beside,
): Promise<Asked & { readonly pulls: readonly ReadPull[] }> {
  const asked = await askDetails(github, numbers, beside);
  const { answer, size } = asked;
  const failure = whyNoPage(answer, 'closed');
  if (failure !== undefined) throw new Error(failure);
  const open = [...pullsIn(answer, numbers.slice(0, size)), ...(await readPage(github, numbers.slice(size)))];
  return { ...asked, pulls: [...open, ...closedIn(answer)] };
}

/** Base branches of which nothing is known yet. */
function newBranches(bases: readonly string[], seen: readonly BranchOwners[]): string[] {
  const known = new Set(seen.map(({ branch }) => branch));
  const further = Math.max(0, MOST_BRANCHES - known.size);
  return [...new Set(bases)].filter((branch) => !known.has(branch)).slice(0, further);
}

interface Asked extends Paged {
  /** Why GitHub answered only without the fixes. */
  readonly withoutFixes?: string | undefined;
}

/** As many of the first numbers as GitHub can answer at once. */
async function askDetails(
  github: GitHub,
  numbers: readonly number[],
  beside: Beside | undefined,
): Promise<Asked> {
  const pageOf = (size: number): Page => detailsQuery(numbers.slice(0, size), size, beside);
  try {
    return await askInPages(github, PAGE, pageOf, () => false);
  } catch (error) {
    const [why] = (beside?.fixes.names ?? []).flatMap((name) => refusedFields(error).get(name) ?? []);
    if (why === undefined || beside === undefined) throw error;
    const without = { ...beside, fixes: NOTHING.fixes };
    return { ...(await askDetails(github, numbers, without)), withoutFixes: why };
  }
}

function detailsQuery(numbers: readonly number[], size: number, beside: Beside | undefined): Page {
  const { branches, teams, fixes } = beside ?? NOTHING;
  const ofBranches = branchFields(branches);
  const ofTeams = teamFields(teams);
  const variables = { ...ofBranches.variables, ...ofTeams.variables, ...fixes.variables };
  const declared = Object.keys(variables)
    .map((name) => `, $${name}: String!`)
    .join('');
  const closed = `closed: pullRequests(states: [MERGED, CLOSED], first: ${size}, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { ...RelcommsClosedPull }
    }`;
  const open = numbers.map((number) => `pull${number}: pullRequest(number: ${number}) { ...RelcommsPull }`);
  const parts = [...(beside === undefined ? [] : [closed]), ...ofBranches.parts, ...fixes.parts, ...open];
  const fragments = [
    ...(numbers.length === 0 ? [] : [PULL_FIELDS]),
    ...(beside === undefined ? [] : [CLOSED_FIELDS]),
  ];
  const query = `query RelcommsPulls($owner: String!, $name: String!${declared}) {
${ofTeams.fields}  repository(owner: $owner, name: $name) {
    ${parts.join('\n    ')}
  }
}
${fragments.join('\n')}`;
  return { query, variables };
}

/** One that is gone since it was listed is no pull request of this repository any more. */
function pullsIn({ data, holes = [], failed }: PartialAnswer, numbers: readonly number[]): ReadPull[] {
  return numbers.flatMap((number) => {
    const alias = `pull${number}`;
    const raw = data[alias] as RawPull | null | undefined;
    if (raw !== null && raw !== undefined) return [{ raw, holes: holesBelow(holes, alias) }];
    const why = failed.get(alias) ?? failed.get('*') ?? 'GitHub says nothing of it';
    if (why.startsWith('Could not resolve to a PullRequest')) return [];
    throw new Error(`#${number} can't be read: ${why}`);
  });
}

function closedIn({ data, holes = [] }: PartialAnswer): ReadPull[] {
  const nodes = (data['closed'] as PullPage | undefined)?.nodes ?? [];
  return nodes.flatMap((raw, index) =>
    raw === null ? [] : [{ raw: withoutDetails(raw), holes: holesBelow(holes, 'closed', 'nodes', index) }],
  );
}
