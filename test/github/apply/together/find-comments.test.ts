// The look for our comments on many pull requests: to the end of each thread, and only what we wrote ourselves.
import { findComments } from '../../../../src/github/apply/together/find-comments.ts';
import { partialFailure, scriptedWorld } from '../../../support/scripted-github.ts';

const US = 'relcomms[bot]';
const BOT = { __typename: 'Bot', login: 'relcomms' };
const PERSON = { __typename: 'User', login: 'bob' };
const KEY = 'v1/approval/1';
const OURS = `<!-- relcomms:v1 ${KEY} -->\nHello\n`;
const EDITED = '2026-11-10T09:00:00Z';

interface Given {
  readonly id: number;
  readonly body?: string;
  readonly author?: typeof BOT;
  /** What it said when we wrote it; somebody else has edited it since. */
  readonly was?: string;
}

/** A world whose threads have these comments, oldest first; and the queries that were sent. */
function start(threads: Readonly<Record<number, readonly Given[]>>) {
  const sent: string[] = [];
  const page = (number: number, size: number, before: string | undefined) => {
    const all = threads[number] ?? [];
    const end = before === undefined ? all.length : Number(before);
    const begin = Math.max(0, end - size);
    return {
      id: `PR_${number}`,
      comments: {
        pageInfo: { hasPreviousPage: begin > 0, startCursor: String(begin) },
        nodes: all.slice(begin, end).map(({ id, body = 'Thanks', author = BOT, was }) => ({
          id: `IC_${id}`,
          databaseId: id,
          body,
          author,
          lastEditedAt: was === undefined ? null : EDITED,
          editor: was === undefined ? null : PERSON,
        })),
      },
    };
  };
  const history = (id: string) => {
    const found = Object.values(threads)
      .flat()
      .find((one) => `IC_${one.id}` === id);
    return {
      userContentEdits: {
        nodes: [
          { diff: found?.body ?? null, editedAt: EDITED, deletedAt: null, editor: PERSON },
          { diff: found?.was ?? null, editedAt: EDITED, deletedAt: null, editor: BOT },
        ],
      },
    };
  };
  const graphql = (query: string, values: Record<string, string>): Promise<unknown> => {
    sent.push(/^query (\w+)/.exec(query)?.[1] ?? query);
    if (!query.includes('RelcommsThreads'))
      return Promise.resolve(
        Object.fromEntries(Object.entries(values).map(([name, id]) => [`t${name.slice(2)}`, history(id)])),
      );
    const asked = [...query.matchAll(/thread(\d+):.*?last: (\d+)/g)];
    return Promise.resolve({
      repository: Object.fromEntries(
        asked.map(([, number = '', size = '']) => [
          `thread${number}`,
          page(Number(number), Number(size), values[`before${number}`]),
        ]),
      ),
    });
  };
  return { world: scriptedWorld({ accounts: [US], graphql }), sent };
}

const found = (subject: string, ...ids: readonly number[]) => ({
  kind: 'found',
  subject,
  there: ids.map((id) => ({ commentId: id, id: `IC_${id}`, keys: [KEY] })),
});
const many = (count: number): Given[] => Array.from({ length: count }, (_, index) => ({ id: index + 100 }));

test('fifty threads are one query, and each is asked once', async () => {
  const { world, sent } = start({ 3: [{ id: 1, body: OURS }] });
  const sought = Array.from({ length: 50 }, (_, index) => ({ number: index + 1, key: KEY }));
  const all = await findComments(world, [...sought, { number: 3, key: 'v1/other' }]);
  expect(all[2]).toEqual(found('PR_3', 1));
  expect(all[3]).toEqual(found('PR_4'));
  expect(all[50]).toEqual(found('PR_3'));
  expect(sent).toEqual(['RelcommsThreads']);
});

test('a long thread is read to its beginning, and only that one', async () => {
  const { world, sent } = start({ 1: [{ id: 1, body: OURS }, ...many(150)], 2: many(3) });
  const all = await findComments(world, [
    { number: 1, key: KEY },
    { number: 2, key: KEY },
  ]);
  expect(all).toEqual([found('PR_1', 1), found('PR_2')]);
  expect(sent).toEqual(['RelcommsThreads', 'RelcommsThreads', 'RelcommsThreads']);
});

test('a marker that somebody else wrote, put into ours or took out of it changes nothing', async () => {
  const { world, sent } = start({
    1: [
      { id: 1, body: OURS, author: PERSON },
      { id: 2, body: OURS, was: 'Something else' },
      { id: 3, body: 'Gone', was: OURS },
    ],
  });
  expect(await findComments(world, [{ number: 1, key: KEY }])).toEqual([found('PR_1', 3)]);
  expect(sent).toEqual(['RelcommsThreads', 'RelcommsOwnTexts']);
});

test('what this run made is known although the list does not show it yet', async () => {
  const { world } = start({ 1: [{ id: 4, body: OURS }] });
  world.told.set(`1 ${KEY}`, 2);
  expect(await findComments(world, [{ number: 1, key: KEY }])).toEqual([
    { kind: 'found', subject: 'PR_1', there: [{ commentId: 2 }, { commentId: 4, id: 'IC_4', keys: [KEY] }] },
  ]);
});

test('a thread that GitHub does not show is unknown, the others are not', async () => {
  const data = {
    repository: { thread1: null, thread2: { id: 'PR_2', comments: { pageInfo: {}, nodes: [] } } },
  };
  const world = scriptedWorld({
    accounts: [US],
    graphql: () => Promise.reject(partialFailure(data, ['repository', 'thread1'], 'Could not resolve')),
  });
  const all = await findComments(world, [
    { number: 1, key: KEY },
    { number: 2, key: KEY },
  ]);
  expect(all).toEqual([{ kind: 'unknown', error: new Error('Could not resolve') }, found('PR_2')]);
});
