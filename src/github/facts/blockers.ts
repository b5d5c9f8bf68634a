// The fact `blockers`: open issues and pull requests that hold a release up, from the one query and further pages.
import { type Instant, parseInstant } from '../../domain/day.ts';
import type { Blocker } from '../../domain/observed.ts';
import type { GitHub } from '../client.ts';
import { queryRepository, valueAt } from '../graphql.ts';
import { present } from '../present.ts';
import { type FactSource, type Look, known } from './fact.ts';
import { NAME_LIST, namedBy } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Those with one of the labels asked for, lowest number first, each once. */
    readonly blockers: readonly Blocker[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** Labels whose open issues and pull requests hold a release up. */
    readonly blockers?: readonly string[] | undefined;
  }
}

export const blockers: FactSource<'blockers', 'blockers'> = {
  question: 'blockers',
  facts: ['blockers'],
  permission: 'issues: read and pull_requests: read',
  ...NAME_LIST,
  fields,
  read: async (look) => ({ blockers: known(await allBlockers(look)) }),
};

/** Blockers of one kind and label a page: who has more of them has another trouble. */
const PAGE = 50;

/** The fields by which GraphQL lists each kind. */
const LISTS = { blockingIssues: 'issues', blockingPulls: 'pullRequests' } as const;

type BlockerList = keyof typeof LISTS;

const BLOCKER_LISTS = Object.keys(LISTS) as readonly BlockerList[];

/** Fields under the repository and the variables that they use. GitHub says nowhere what several labels mean together. */
function fields(labels: readonly string[]) {
  const parts = labels.flatMap((_, index) => BLOCKER_LISTS.map((list) => blockerField(list, index)));
  return { parts, variables: namedBy('blocking', labels) };
}

/** One list, from the beginning or behind `$cursor`. */
function blockerField(list: BlockerList, index: number, after = ''): string {
  const order = 'orderBy: { field: CREATED_AT, direction: ASC }';
  return `${list}${index}: ${LISTS[list]}(${after}first: ${PAGE}, states: [OPEN], labels: [$blocking${index}], ${order}) { pageInfo { hasNextPage endCursor } nodes { number title createdAt milestone { title } assignees(first: 10) { nodes { login } } } }`;
}

interface RawBlocker {
  readonly number: number;
  readonly title: string;
  readonly createdAt: string;
  readonly milestone: { readonly title: string } | null;
  readonly assignees: { readonly nodes: readonly ({ readonly login: string } | null)[] | null };
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (RawBlocker | null)[] | null;
}

/** All of them, lowest number first; one with several of the labels counts once. */
async function allBlockers({ github, question, asked, answer }: Look<'blockers'>): Promise<Blocker[]> {
  const lists = question.flatMap((label) => BLOCKER_LISTS.map((list) => ({ list, label })));
  const raw = await Promise.all(
    lists.map(({ list, label }) =>
      allPages(github, list, label, valueAt(answer, `${list}${asked.indexOf(label)}`) as Page),
    ),
  );
  const found = new Map(raw.flat().map((one) => [one.number, decode(one)]));
  return [...found.values()].toSorted((a, b) => a.number - b.number);
}

async function allPages(
  github: GitHub,
  list: BlockerList,
  label: string,
  first: Page,
): Promise<RawBlocker[]> {
  const found = present(first.nodes);
  const query = `query RelcommsBlockers($owner: String!, $name: String!, $blocking0: String!, $cursor: String) {
  repository(owner: $owner, name: $name) {
    ${blockerField(list, 0, 'after: $cursor, ')}
  }
}`;
  for (let page = first; page.pageInfo.hasNextPage && page.pageInfo.endCursor !== null;) {
    const variables = { blocking0: label, cursor: page.pageInfo.endCursor };
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    page = valueAt(await queryRepository(github, query, variables), `${list}0`) as Page;
    found.push(...present(page.nodes));
  }
  return found;
}

function decode({ number, title, createdAt, milestone, assignees }: RawBlocker): Blocker {
  return {
    number,
    title,
    milestone: milestone?.title,
    assignees: present(assignees.nodes).map(({ login }) => login),
    createdAt: parseInstant(createdAt) ?? (0 as Instant),
  };
}
