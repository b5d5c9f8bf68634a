// Reads the comments of issues backwards, until a comment shows that an earlier run has read what is older.
import type { Hearing } from '../../../domain/hearing.ts';
import type { GitHub } from '../../client.ts';
import { failureWords } from '../../failure.ts';
import { type PartialAnswer, holesBelow, queryRepository } from '../../graphql.ts';
import { needing } from '../needing.ts';
import { type RecentPage, hear } from './hear.ts';
import { HEARD_FIELDS } from './unanswered.ts';

/** Issues that one request reads on. */
const AT_ONCE = 5;

/** Requests of one run; a page of each issue is 100 comments. */
const MOST = 10;

export interface Thread {
  readonly number: number;
  readonly hearing: Hearing;
  /** Why older comments were not read, in GitHub's words; absent: nothing kept them from being read. */
  readonly why?: string | undefined;
}

/** The same with what older comments hold; those that still have a `before` have comments that were not read. */
export async function readBack(
  github: GitHub,
  threads: readonly Thread[],
  accounts: readonly string[],
): Promise<Thread[]> {
  const known = new Map(threads.map(({ number, hearing }) => [number, hearing]));
  const whys = new Map<number, string>();
  const open = threads.filter(({ hearing }) => hearing.before !== undefined).map(({ number }) => number);
  for (let request = 0; request < MOST && open.length > 0; request++) {
    const now = open.splice(0, AT_ONCE);
    const { query, variables } = pageQuery(now, known);
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const answer = await answerTo(github, query, variables);
    for (const number of now) {
      const page = pageOf(answer, `issue${number}`);
      if (typeof page === 'string') whys.set(number, needing(page, 'issues: read'));
      if (typeof page === 'string') continue;
      const hearing = hear(page, accounts, known.get(number));
      known.set(number, hearing);
      if (hearing.before !== undefined) open.push(number);
    }
  }
  return [...known].map(([number, hearing]) => ({ number, hearing, why: whys.get(number) }));
}

/** What GitHub does not answer stays unread, and is named: the newest comments are there all the same. */
async function answerTo(
  github: GitHub,
  query: string,
  variables: Record<string, unknown>,
): Promise<PartialAnswer> {
  try {
    return await queryRepository(github, query, variables);
  } catch (error) {
    return { root: {}, data: {}, failed: new Map(), holes: [{ path: [], why: failureWords(error) }] };
  }
}

/** Why it could not be read, where a part of it is missing: one that is not heard whole may hold a command. */
function pageOf({ data, holes = [] }: PartialAnswer, alias: string): RecentPage | string {
  const hole = holesBelow(holes, alias)[0] ?? holes.find(({ path }) => path.length === 0);
  const page = (data[alias] as { readonly comments: RecentPage } | null | undefined)?.comments;
  if (hole !== undefined) return hole.why;
  return page === undefined ? 'GitHub does not show them' : page;
}

function pageQuery(numbers: readonly number[], known: ReadonlyMap<number, Hearing>) {
  const declared = numbers.map((number) => `, $before${number}: String`).join('');
  const parts = numbers.map(
    (number) => `    issue${number}: issue(number: ${number}) {
      comments(last: 100, before: $before${number}) {
        pageInfo { hasPreviousPage startCursor }
        nodes { ${HEARD_FIELDS} }
      }
    }`,
  );
  return {
    query: `query RelcommsEarlierComments($owner: String!, $name: String!${declared}) {\n  repository(owner: $owner, name: $name) {\n${parts.join('\n')}\n  }\n}`,
    variables: Object.fromEntries(
      numbers.map((number) => [`before${number}`, known.get(number)?.before ?? null]),
    ),
  };
}
