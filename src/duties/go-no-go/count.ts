// Counts a vote: the last word of each person, the vote of each voter, and what the rule makes of them.
import type { Instant } from '../../domain/day.ts';
import type { Known } from '../../domain/known.ts';
import type { Ballot } from '../../domain/votes.ts';
import type { Rule } from './config.ts';
import type { Voter } from './voters.ts';

/** What a person said. */
export interface Word {
  readonly login: string;
  readonly ballot: Ballot;
  readonly at: Instant;
  readonly by: 'comment' | 'reaction';
  readonly because?: string | undefined;
}

/** What became of one vote. */
export interface Cast {
  readonly voter: Voter;
  /** Absent: nobody has cast it. */
  readonly ballot?: Ballot | undefined;
  /** The words that make it, those of the same ballot; the newest last. */
  readonly words: readonly Word[];
  /** Somebody spoke of whom nobody knows whether they may cast it, and that would change it. */
  readonly isUnsure?: true | undefined;
}

export interface Tally {
  readonly casts: readonly Cast[];
  /** Words of people who have no vote. */
  readonly also: readonly Word[];
}

/** Logins of the people of a GitHub team, where they are known. */
export type MembersOf = (team: string) => Known<readonly string[]>;

/** One for each person until the vote ends: the latest, and no-go where two are of the same moment. Oldest first. */
export function lastWords(words: readonly Word[], ends: Instant): Word[] {
  const ordered = words
    .filter(({ at }) => at <= ends)
    .toSorted((a, b) => a.at - b.at || rankOf(a.ballot) - rankOf(b.ballot));
  const last = new Map<string, Word>();
  for (const word of ordered) {
    const login = word.login.toLowerCase();
    last.delete(login);
    last.set(login, word);
  }
  return [...last.values()];
}

function rankOf(ballot: Ballot): number {
  return ballot === 'no-go' ? 1 : 0;
}

/** `words` are the last ones. Rights are those of this moment. */
export function tallyOf(voters: readonly Voter[], words: readonly Word[], membersOf: MembersOf): Tally {
  const casts = voters.map((voter) => castOf(voter, words, membersOf));
  const speaks = (word: Word): boolean => voters.some((voter) => isSpeaker(voter, word, membersOf) === true);
  return { casts, also: words.filter((word) => !speaks(word)) };
}

/** A no-go of one person of a team is that of the team, until the same person says go. */
function castOf(voter: Voter, words: readonly Word[], membersOf: MembersOf): Cast {
  const own = words.filter((word) => isSpeaker(voter, word, membersOf) === true);
  const maybe = words.filter((word) => isSpeaker(voter, word, membersOf) !== false);
  const ballot = ballotOf(own);
  return {
    voter,
    ballot,
    words: own.filter((word) => word.ballot === ballot),
    ...(ballotOf(maybe) === ballot ? {} : { isUnsure: true }),
  };
}

function ballotOf(words: readonly Word[]): Ballot | undefined {
  if (words.some(({ ballot }) => ballot === 'no-go')) return 'no-go';
  return words.length === 0 ? undefined : 'go';
}

/** Undefined: nobody knows. */
function isSpeaker({ people, team }: Voter, { login }: Word, membersOf: MembersOf): boolean | undefined {
  const isIn = (logins: readonly string[]): boolean =>
    logins.some((one) => one.toLowerCase() === login.toLowerCase());
  if (isIn(people)) return true;
  if (team === undefined) return false;
  const members = membersOf(team);
  return members.known ? isIn(members.value) : undefined;
}

/** Undefined while somebody's right to vote is not known: a result is final. */
export function resultOf(rule: Rule, { casts }: Tally): Ballot | undefined {
  if (casts.some(({ isUnsure }) => isUnsure === true)) return undefined;
  const count = (wanted: Ballot): number => casts.filter(({ ballot }) => ballot === wanted).length;
  return isGo(rule, count('go'), count('no-go'), casts.length) ? 'go' : 'no-go';
}

function isGo(rule: Rule, go: number, against: number, all: number): boolean {
  if (rule === 'apache') return go >= 3 && go > against;
  return rule === 'majority' ? go > all / 2 : all > 0 && go === all;
}
