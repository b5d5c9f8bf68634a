// The fact `seen`: reactions by which teams say on Slack that they have seen a day, read only while one is waited for.
import * as z from 'zod';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Channels } from '../../domain/outbox.ts';
import type { Reaction, SeenOnSlack, TeamMessage } from '../../domain/seen.ts';
import { type FactSource, known } from './fact.ts';
import { union } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Of the messages on Slack by which teams may answer now; a team may have several. Empty when nothing waits. */
    readonly seen: readonly SeenOnSlack[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    readonly seen?: readonly AskSeen[] | undefined;
  }
}

/** Which messages wait for a reaction is known once our issues are: they hold what was sent. */
export type AskSeen = (issues: readonly OwnIssue[]) => readonly TeamMessage[];

/** Messages that are read in one run. */
const MOST = 20;

const HOUR = 3_600_000;

const YES = new Set(['white_check_mark', 'heavy_check_mark', 'ballot_box_with_check']);

const TOO_MANY = `a run reads ${MOST} messages on Slack at most; a run in another hour begins elsewhere`;

const NO_CHANNELS = 'this run reads no messages on Slack';

/** A message that can't be read says nothing: its team is named, and may still answer on GitHub. */
export const seen: FactSource<'seen', 'seen'> = {
  question: 'seen',
  facts: ['seen'],
  after: ['ownIssues'],
  isKept: true,
  bare: [],
  // What asks is a function: none comes from elsewhere.
  shape: z.array(z.never()),
  join: union,
  // Whatever is asked, the messages that are read are few.
  count: () => 0,
  read: async ({ question, setting: { channels, now }, found: { ownIssues } }) => {
    if (!ownIssues.known) return { seen: ownIssues };
    const all = question.flatMap((ask) => ask(ownIssues.value));
    const waiting = inTurn(distinct(all), now);
    if (channels === undefined)
      return { seen: known(waiting.map((message) => withAnswer(message, { unread: NO_CHANNELS }))) };
    const read = waiting.slice(0, MOST).map((message) => answerOf(message, channels));
    const left = waiting.slice(MOST).map((message) => withAnswer(message, { unread: TOO_MANY }));
    return { seen: known([...(await Promise.all(read)), ...left]) };
  },
};

function distinct(messages: readonly TeamMessage[]): TeamMessage[] {
  return [...new Map(messages.map((message) => [JSON.stringify(message), message])).values()];
}

/** Another beginning in each hour, so that many silent teams never keep the others from being heard. */
function inTurn(messages: readonly TeamMessage[], now: number): readonly TeamMessage[] {
  if (messages.length <= MOST) return messages;
  const begin = (Math.floor(now / HOUR) * MOST) % messages.length;
  return [...messages.slice(begin), ...messages.slice(0, begin)];
}

async function answerOf(message: TeamMessage, channels: Channels): Promise<SeenOnSlack> {
  const found = await channels.reactions(message.sent);
  if ('kind' in found) return withAnswer(message, { unread: found.line });
  return withAnswer(message, found.some(isYes) ? 'seen' : 'silent');
}

function isYes({ name, users }: Reaction): boolean {
  return YES.has(name) && users.length > 0;
}

function withAnswer(
  { release, milestone, day, team }: TeamMessage,
  answer: SeenOnSlack['answer'],
): SeenOnSlack {
  return { release, milestone, day, team, answer };
}
