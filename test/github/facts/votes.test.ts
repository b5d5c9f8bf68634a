// What is read of an open vote: people's reactions and the people of teams; what GitHub does not give is unknown.
import type { GitHub } from '../../../src/github/client.ts';
import type { Look } from '../../../src/github/facts/fact.ts';
import { votes } from '../../../src/github/facts/votes.ts';

const PLUS = { user: { login: 'ann', type: 'User' }, content: '+1', created_at: '2020-01-01T10:00:00Z' };
const MEMBERS = { pageInfo: { hasNextPage: false }, nodes: [{ login: 'ann' }] };

interface World {
  readonly reactions?: readonly unknown[];
  readonly team?: unknown;
  /** What GraphQL says of the team's members. */
  readonly refusal?: string;
  readonly account?: string;
}

async function look({ reactions, team = { members: MEMBERS }, refusal, account = 'relcomms[bot]' }: World) {
  const asked: string[] = [];
  const github = {
    owner: 'acme',
    repo: 'demo',
    request: (route: string) => {
      asked.push(route);
      if (reactions === undefined) return Promise.reject(new Error('HTTP 502'));
      return Promise.resolve({ data: reactions });
    },
    graphql: (query: string) => {
      asked.push(/query (\w+)/.exec(query)?.[1] ?? '');
      const answer = { organization: { team0: team }, repository: { id: 'R' } };
      if (refusal === undefined) return Promise.resolve(answer);
      const errors = [{ path: ['organization', 'team0'], message: refusal }];
      return Promise.reject(
        Object.assign(new Error(refusal), { name: 'GraphqlResponseError', data: answer, errors }),
      );
    },
  } as unknown as GitHub;
  const found = { ownIssues: { known: true, value: [] }, unheard: { known: true, value: [] } };
  const question = [() => [{ commentId: 7, teams: ['acme/api'] }]];
  const read = await votes.read({
    github,
    question,
    setting: { accounts: [account] },
    found,
  } as unknown as Look<'votes'>);
  return { asked, votes: read.votes.known ? read.votes.value : read.votes };
}

test('people only, thumbs only', async () => {
  const bot = { ...PLUS, user: { login: 'ci[bot]', type: 'Bot' } };
  const reactions = [
    PLUS,
    { ...PLUS, user: null },
    bot,
    { ...PLUS, content: 'heart' },
    { ...PLUS, content: '-1' },
  ];
  const read = await look({ reactions });
  const at = Date.parse(PLUS.created_at);
  expect(read.votes).toEqual({
    reactions: [
      {
        commentId: 7,
        found: {
          known: true,
          value: [
            { login: 'ann', ballot: 'go', at },
            { login: 'ann', ballot: 'no-go', at },
          ],
        },
      },
    ],
    members: [{ team: 'acme/api', found: { known: true, value: ['ann'] } }],
    hasUnheard: false,
  });
});

test.each<readonly [string, World, object]>([
  [
    'reactions that fail',
    {},
    { reactions: [{ found: { known: false } }], members: [{ found: { known: true } }] },
  ],
  [
    'more reactions than are read',
    { reactions: Array.from({ length: 100 }, () => PLUS) },
    { reactions: [{ found: { known: false, why: 'there are more than a run reads' } }] },
  ],
  [
    'a team that is hidden',
    { reactions: [], team: null, refusal: 'Not visible' },
    { members: [{ found: { known: false } }] },
  ],
  ['a team that is not there', { reactions: [], team: null }, { members: [{ found: { known: false } }] }],
])('%s is unknown', async (_, world, expected) => {
  expect((await look(world)).votes).toMatchObject(expected);
});

test('the token of a workflow is not asked for teams', async () => {
  const { asked, votes: read } = await look({ reactions: [], account: 'github-actions[bot]' });
  expect(asked).toEqual(['GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions']);
  expect(read).toMatchObject({ members: [{ found: { known: false } }] });
});
