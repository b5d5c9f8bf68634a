// Our issues among the newest, those that no list shows yet included.
import { newestIssues } from '../../../src/github/facts/own-issues/newest-issues.ts';
import { markerLine } from '../../../src/text/marker.ts';
import { scriptedGitHub } from '../../support/scripted-github.ts';

const US = 'relcomms[bot]';
const ours = (key: string) => markerLine(key);

interface Numbered {
  readonly [number: number]: { readonly body?: string; readonly login?: string } | undefined;
}

/** What is found where a list shows some, and others are there by number; how often numbers were asked for. */
async function find(
  listed: readonly { number: number; body: string; login?: string }[],
  beyond: Numbered = {},
) {
  let rounds = 0;
  const request = () =>
    Promise.resolve({ data: listed.map(({ login = US, ...issue }) => ({ ...issue, user: { login } })) });
  const graphql = (query: string) => {
    rounds += 1;
    const asked = [...query.matchAll(/issue(\d+):/g)].map(([, number]) => Number(number));
    const repository = Object.fromEntries(
      asked.map((number) => {
        const one = beyond[number];
        const author = { __typename: 'Bot', login: (one?.login ?? US).replace('[bot]', '') };
        return [`issue${number}`, one === undefined ? null : { number, body: one.body, author }];
      }),
    );
    return Promise.resolve({ repository });
  };
  const github = scriptedGitHub({ request, graphql });
  return { found: [...(await newestIssues(github, [US]))], rounds };
}

test('those of the list, by key; of two with one key the older', async () => {
  const listed = [
    { number: 9, body: ours('a') },
    { number: 7, body: ours('a') },
    { number: 8, body: ours('b'), login: 'mallory' },
    { number: 6, body: 'no mark' },
  ];
  expect(await find(listed)).toEqual({ found: [['a', 7]], rounds: 1 });
});

test('what the list does not show yet is asked for by number, as long as something follows', async () => {
  const one = await find([{ number: 3, body: ours('a') }], { 4: { body: ours('b') }, 5: {} });
  expect(one).toEqual({
    found: [
      ['a', 3],
      ['b', 4],
    ],
    rounds: 2,
  });
  const many = Object.fromEntries(
    Array.from({ length: 45 }, (_, index) => [index + 1, { body: ours(`k${index}`) }]),
  );
  const all = await find([], many);
  expect([all.found.length, all.rounds]).toEqual([45, 4]);
});
