// The fact `votes`: reactions on our comments that ask for votes, and the people of teams that vote, only while a vote is open.
import * as z from 'zod';
import { parseInstant } from '../../domain/day.ts';
import type { Known } from '../../domain/known.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Ballot, OpenVote, VoteReaction, VotesSeen } from '../../domain/votes.ts';
import { isWorkflow } from '../accounts.ts';
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { isHeld } from '../held.ts';
import { type FactSource, known } from './fact.ts';
import { union } from './name-list.ts';
import { needing } from './needing.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Of the votes that are open now. */
    readonly votes: VotesSeen;
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    readonly votes?: readonly AskVotes[] | undefined;
  }
}

/** Which votes are open is known once our issues are: their comments stand there. */
export type AskVotes = (issues: readonly OwnIssue[]) => readonly OpenVote[];

/** Comments and teams that are read in one run, and pages of each: 100 reactions or people a page. */
const MOST = { votes: 10, teams: 20, pages: 5 };

const BALLOTS: Readonly<Record<string, Ballot>> = { '+1': 'go', '-1': 'no-go' };

const TOO_MANY = 'there are more than a run reads';

export const votes: FactSource<'votes', 'votes'> = {
  question: 'votes',
  facts: ['votes'],
  after: ['ownIssues', 'commands', 'unheard'],
  bare: [],
  // What asks is a function: none comes from elsewhere.
  shape: z.array(z.never()),
  join: union,
  // Whatever is asked, what is read is little.
  count: () => 0,
  read: async ({ github, question, setting: { accounts }, found: { ownIssues, unheard } }) => {
    if (!ownIssues.known) return { votes: ownIssues };
    const open = question.flatMap((ask) => ask(ownIssues.value));
    const comments = [...new Set(open.map(({ commentId }) => commentId))];
    const teams = [...new Set(open.flatMap((vote) => vote.teams))];
    const [reactions, members] = await Promise.all([
      inTurn(comments, MOST.votes, (commentId) => reactionsOn(github, commentId)),
      inTurn(teams, MOST.teams, (team) => membersOf(github, team, accounts)),
    ]);
    return {
      votes: known({
        reactions: reactions.map(({ of, found }) => ({ commentId: of, found })),
        members: members.map(({ of, found }) => ({ team: of, found })),
        hasUnheard: unheard.known && unheard.value.some(({ mayVote }) => mayVote === true),
      }),
    };
  },
};

interface Read<K, T> {
  readonly of: K;
  readonly found: Known<readonly T[]>;
}

/** One after the other; what is beyond the limit, or what GitHub does not give, is unknown. */
async function inTurn<K, T>(
  all: readonly K[],
  most: number,
  read: (one: K) => Promise<readonly T[]>,
): Promise<Read<K, T>[]> {
  const found: Read<K, T>[] = [];
  for (const one of all.slice(0, most))
    // oxlint-disable-next-line no-await-in-loop -- few votes are open at once
    found.push({ of: one, found: await orUnknown(() => read(one)) });
  return [...found, ...all.slice(most).map((one) => ({ of: one, found: unknown(TOO_MANY) }))];
}

async function orUnknown<T>(read: () => Promise<readonly T[]>): Promise<Known<readonly T[]>> {
  try {
    return known(await read());
  } catch (error) {
    if (isHeld(error)) throw error;
    return unknown(failureWords(error));
  }
}

function unknown(why: string): { readonly known: false; readonly why: string } {
  return { known: false, why };
}

/** People only: a program has no vote, and an account that is gone has no name. */
async function reactionsOn(github: GitHub, commentId: number): Promise<VoteReaction[]> {
  const { owner, repo, request } = github;
  const place = { owner, repo, comment_id: commentId, per_page: 100 };
  const all = await pages((page) =>
    request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', { ...place, page }),
  );
  return all.flatMap(({ user, content, created_at }): VoteReaction[] => {
    const ballot = Object.hasOwn(BALLOTS, content) ? BALLOTS[content] : undefined;
    const at = parseInstant(created_at);
    if (user === null || user.type !== 'User' || ballot === undefined || at === undefined) return [];
    return [{ login: user.login, ballot, at }];
  });
}

/** The token of a workflow sees no teams: it is not even asked. */
async function membersOf({ request }: GitHub, team: string, accounts: readonly string[]): Promise<string[]> {
  if (isWorkflow(accounts)) throw new Error(needing("a workflow's token cannot see teams", 'members: read'));
  const [org = '', team_slug = ''] = team.split('/');
  const all = await pages((page) =>
    request('GET /orgs/{org}/teams/{team_slug}/members', { org, team_slug, per_page: 100, page }),
  );
  return all.map(({ login }) => login);
}

async function pages<T>(ask: (page: number) => Promise<{ readonly data: readonly T[] }>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; page <= MOST.pages; page++) {
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    const { data } = await ask(page);
    all.push(...data);
    if (data.length < 100) return all;
  }
  throw new Error(TOO_MANY);
}
