// Reads the open issues and pull requests that hold a release up, from the one query and further pages where there are any.
import { type Instant, parseInstant } from '../../domain/day.ts';
import type { Blocker, Observed } from '../../domain/observed.ts';
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { type PartialAnswer, queryRepository } from '../graphql.ts';
import { BLOCKER_LISTS, type BlockerList, blockerField } from './blocker-fields.ts';
import { present } from './present.ts';
import type { Known } from '../../domain/known.ts';

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

/** All of them, lowest number first; one with several of the labels counts once. Unknown when one page is. */
export async function observeBlockers(
  github: GitHub,
  labels: readonly string[],
  answer: PartialAnswer,
): Promise<Known<Observed['blockers']>> {
  const lists = labels.flatMap((label, index) => BLOCKER_LISTS.map((list) => ({ list, label, index })));
  try {
    const raw = await Promise.all(
      lists.map(({ list, label, index }) => allPages(github, list, label, pageOf(answer, `${list}${index}`))),
    );
    const found = new Map(raw.flat().map((one) => [one.number, decode(one)]));
    return { known: true, value: [...found.values()].toSorted((a, b) => a.number - b.number) };
  } catch (error) {
    return { known: false, why: failureWords(error) };
  }
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
    page = pageOf(await queryRepository(github, query, variables), `${list}0`);
    found.push(...present(page.nodes));
  }
  return found;
}

/** Throws what GitHub said when it failed on the list. */
function pageOf({ data, failed }: PartialAnswer, field: string): Page {
  const why = failed.get(field) ?? failed.get('*');
  if (why !== undefined) throw new Error(why);
  return data[field] as Page;
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
