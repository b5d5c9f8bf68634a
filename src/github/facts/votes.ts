// The fact `votes`: reactions on our comments that ask for votes, and the people of teams that vote, only while a vote is open.
import * as z from 'zod';
import { parseInstant } from '../../domain/day.ts';
import type { Known } from '../../domain/known.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Ballot, OpenVote, VoteReaction, VotesSeen } from '../../domain/votes.ts';
import { isWorkflow } from '../accounts.ts';
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { queryRepository } from '../graphql.ts';
import { isHeld } from '../held.ts';
import { type FactSource, known } from './fact.ts';
import { union } from './name-list.ts';
import { decodeTeams, teamFields, teamsToRead } from './pulls/team-members.ts';

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

/** Comments that are read in one run, and pages of each: 100 reactions a page. */
const MOST = { votes: 10, pages: 5 };

const BALLOTS: Readonly<Record<string, Ballot>> = { '+1': 'go', '-1': 'no-go' };

const TOO_MANY = 'there are more than a run reads';
const NO_TEAMS = 'the token of a workflow does not see teams; it needs members: read';

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
    const [reactions, members] = await Promise.all([
      reactionsOnAll(github, comments),
      membersOf(
        github,
        open.flatMap(({ teams }) => teams),
        accounts,
      ),
    ]);
    return {
      votes: known({
        reactions,
        members,
        hasUnheard: unheard.known && unheard.value.some(({ mayVote }) => mayVote === true),
      }),
    };
  },
};

/** One after the other; what is beyond the limit, or what GitHub does not give, is unknown. */
async function reactionsOnAll(github: GitHub, comments: readonly number[]): Promise<VotesSeen['reactions']> {
  const read: VotesSeen['reactions'][number][] = [];
  for (const commentId of comments.slice(0, MOST.votes))
    // oxlint-disable-next-line no-await-in-loop -- few votes are open at once
    read.push({ commentId, found: await orUnknown(() => reactionsOn(github, commentId)) });
  const left = comments.slice(MOST.votes);
  return [...read, ...left.map((commentId) => ({ commentId, found: unknown(TOO_MANY) }))];
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

/** All in one request. The token of a workflow sees no teams: it is not even asked. */
async function membersOf(
  github: GitHub,
  asked: readonly string[],
  accounts: readonly string[],
): Promise<VotesSeen['members']> {
  const { teams, unread } = teamsToRead(github.owner, asked, []);
  if (teams.length === 0) return [];
  if (isWorkflow(accounts)) return teams.map((team) => ({ team, found: unknown(NO_TEAMS) }));
  const { fields, variables } = teamFields(teams);
  const declared = Object.keys(variables).map((name) => `, $${name}: String!`);
  const query = `query RelcommsVoters($owner: String!, $name: String!${declared.join('')}) {
${fields}  repository(owner: $owner, name: $name) { id }
}`;
  try {
    const read = decodeTeams(await queryRepository(github, query, variables), teams);
    return [...read, ...unread].map(({ team, members }) => ({ team, found: members }));
  } catch (error) {
    if (isHeld(error)) throw error;
    return teams.map((team) => ({ team, found: unknown(failureWords(error)) }));
  }
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
