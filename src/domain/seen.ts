// What teams say on Slack of the days that they are asked about.
import type { Day } from './day.ts';
import type { Sent } from './notice.ts';

/** A team and the day of a milestone that it is asked about. */
export interface AskedTeam {
  readonly release: string;
  /** Id of the milestone. */
  readonly milestone: string;
  readonly day: Day;
  /** Id of the team. */
  readonly team: string;
}

/** A message in the channel of a team whose reactions count as its answer. */
export interface TeamMessage extends AskedTeam {
  readonly sent: Sent;
}

/** What the reactions on it say; unread means that nobody knows, with the reason in a line. */
export interface SeenOnSlack extends AskedTeam {
  readonly answer: 'seen' | 'silent' | { readonly unread: string };
}

/** Of a message: who reacted how. */
export interface Reaction {
  /** Without colons: `white_check_mark`. */
  readonly name: string;
  /** Ids of people; of a crowd Slack names some only. */
  readonly users: readonly string[];
}
