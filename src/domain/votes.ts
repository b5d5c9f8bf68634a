// What is read of a vote: the reactions on its comment, and who is in the teams that vote.
import type { Instant } from './day.ts';
import type { Known } from './known.ts';

export type Ballot = 'go' | 'no-go';

/** A vote that is open, as its duty asks for it. */
export interface OpenVote {
  /** Our comment, whose reactions are votes. */
  readonly commentId: number;
  /** GitHub teams, as `acme/api`, whose people GitHub has to name. */
  readonly teams: readonly string[];
}

/** A 👍 or a 👎 of a person. */
export interface VoteReaction {
  readonly login: string;
  readonly ballot: Ballot;
  readonly at: Instant;
}

/** Unknown is never taken for silence: a vote that could not be read is not counted. */
export interface VotesSeen {
  readonly reactions: readonly {
    readonly commentId: number;
    readonly found: Known<readonly VoteReaction[]>;
  }[];
  /** Logins of the people of each team. */
  readonly members: readonly { readonly team: string; readonly found: Known<readonly string[]> }[];
  /** Comments with commands wait to be heard: some may be votes. */
  readonly hasUnheard: boolean;
}
