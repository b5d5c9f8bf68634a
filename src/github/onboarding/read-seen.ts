// Reads what a repository without a config shows, in one request.
import { type Day, parseDay } from '../../domain/day.ts';
import type { Known } from '../../domain/known.ts';
import {
  CHECKLIST_FILES,
  OTHER_CONFIGS,
  type Seen,
  type SeenPull,
  type SeenText,
} from '../../domain/onboarding.ts';
import { ONBOARDING_BRANCH } from '../../text/own-branch.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { failureWords } from '../failure.ts';
import { queryRepository } from '../graphql.ts';
import { present } from '../present.ts';

const OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** Who may say what a release takes; anybody may open an issue of that title. */
const INSIDE: readonly string[] = ['OWNER', 'MEMBER', 'COLLABORATOR'];

const TEXT = '... on Blob { text }';

const QUERY = `query RelcommsOnboarding($owner: String!, $name: String!, $branch: String!, $kept: String!) {
  repository(owner: $owner, name: $name) {
    name isArchived isFork isEmpty hasIssuesEnabled owner { __typename login } defaultBranchRef { name }
    ${files('config', OTHER_CONFIGS, '... on Blob { oid }')}
    ${files('owners', OWNERS, TEXT)}
    ${files('list', CHECKLIST_FILES, TEXT)}
    kept: object(expression: $kept) { ${TEXT} }
    milestones(first: 30, states: [OPEN], orderBy: { field: DUE_DATE, direction: ASC }) { nodes { title dueOn } }
    releases(first: 1, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { tagName } }
    refs(refPrefix: "refs/heads/", first: 100) { nodes { name } }
    issues(first: 20, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { number title body authorAssociation } }
    pullRequests(first: 20, headRefName: $branch, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { number state title isCrossRepository }
    }
  }
}`;

function files(alias: string, paths: readonly string[], fields: string): string {
  return paths
    .map((path, index) => `${alias}${index}: object(expression: "HEAD:${path}") { ${fields} }`)
    .join('\n    ');
}

interface List<T> {
  readonly nodes: readonly (T | null)[] | null;
}

interface Raw {
  readonly name: string;
  readonly isArchived: boolean;
  readonly isFork: boolean;
  readonly isEmpty: boolean;
  readonly hasIssuesEnabled: boolean;
  readonly owner: { readonly __typename: string; readonly login: string };
  readonly defaultBranchRef: { readonly name: string } | null;
  readonly kept: RawText | null;
  readonly milestones: List<{ readonly title: string; readonly dueOn: string | null }>;
  readonly releases: List<{ readonly tagName: string }>;
  readonly refs: List<{ readonly name: string }> | null;
  readonly issues: List<{
    readonly number: number;
    readonly title: string;
    readonly body: string;
    readonly authorAssociation: string;
  }>;
  readonly pullRequests: List<{
    readonly number: number;
    readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
    readonly title: string;
    readonly isCrossRepository: boolean;
  }>;
}

interface RawText {
  readonly text?: string | null;
}

/** `name` is what GitHub calls it now: it may have been renamed. Unknown where any part could not be read. */
export async function readSeen(
  github: GitHub,
  path: string,
): Promise<Known<{ readonly name: RepositoryName; readonly seen: Seen }>> {
  try {
    const kept = `refs/heads/${ONBOARDING_BRANCH}:${path}`;
    const { data, failed } = await queryRepository(github, QUERY, { branch: ONBOARDING_BRANCH, kept });
    const [why] = failed.values();
    if (why !== undefined) return { known: false, why };
    const raw = data as unknown as Raw;
    return {
      known: true,
      value: { name: { owner: raw.owner.login, repo: raw.name }, seen: seenIn(raw, data, path) },
    };
  } catch (error) {
    return { known: false, why: failureWords(error) };
  }
}

function seenIn(raw: Raw, data: Readonly<Record<string, unknown>>, path: string): Seen {
  const { owner, kept } = raw;
  return {
    isArchived: raw.isArchived,
    isFork: raw.isFork,
    isEmpty: raw.isEmpty,
    hasIssues: raw.hasIssuesEnabled,
    defaultBranch: raw.defaultBranchRef?.name,
    owner: { login: owner.login, isPerson: owner.__typename === 'User' },
    elsewhere: OTHER_CONFIGS.filter((other, index) => other !== path && isThere(data[`config${index}`])),
    milestones: present(raw.milestones.nodes).flatMap(({ title, dueOn }) => {
      const due = dueOn === null ? undefined : dayOf(dueOn);
      return due === undefined ? [] : [{ title, due }];
    }),
    lastTag: present(raw.releases.nodes)[0]?.tagName,
    branches: present(raw.refs?.nodes ?? []).map(({ name }) => name),
    owners: textsIn(data, 'owners', OWNERS)[0],
    checklists: [...checklistIssues(raw), ...textsIn(data, 'list', CHECKLIST_FILES)],
    pulls: pullsIn(raw),
    kept: kept?.text ?? undefined,
  };
}

function isThere(object: unknown): boolean {
  return typeof object === 'object' && object !== null && 'oid' in object;
}

/** GitHub keeps due days as instants of its own morning. */
function dayOf(instant: string): Day | undefined {
  return parseDay(instant.slice(0, 10));
}

function textsIn(
  data: Readonly<Record<string, unknown>>,
  alias: string,
  paths: readonly string[],
): SeenText[] {
  return paths.flatMap((place, index) => {
    const text = (data[`${alias}${index}`] as RawText | null)?.text;
    return typeof text === 'string' ? [{ place, text }] : [];
  });
}

function checklistIssues({ issues }: Raw): SeenText[] {
  return present(issues.nodes)
    .filter(({ title, authorAssociation }) => /release/i.test(title) && INSIDE.includes(authorAssociation))
    .map(({ number, body }) => ({ place: `#${number}`, text: body }));
}

function pullsIn({ pullRequests }: Raw): SeenPull[] {
  return present(pullRequests.nodes)
    .filter(({ isCrossRepository }) => !isCrossRepository)
    .map(({ number, state, title }) => ({ number, state: STATES[state], title }));
}

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;
