// Reads the reactions by which teams say on Slack that they have seen a day: only while an answer is waited for.
import type { Observation } from '../domain/observed.ts';
import type { Channels } from '../domain/outbox.ts';
import type { Reaction, SeenOnSlack, TeamMessage } from '../domain/seen.ts';
import type { AcknowledgeConfig } from '../duties/acknowledge/config.ts';
import { waitingMessages } from '../duties/acknowledge/waiting.ts';
import type { DutyRun } from '../plan/desire.ts';

/** Messages that are read in one run. */
const MOST = 20;

const HOUR = 3_600_000;

const YES = new Set(['white_check_mark', 'heavy_check_mark', 'ballot_box_with_check']);

/** The fact `seen`. A message that can't be read says nothing: its team is named, and may still answer on GitHub. */
export async function withSeen(
  observation: Observation,
  run: DutyRun,
  channels: Channels | undefined,
): Promise<Observation> {
  const config = run.sections['acknowledge'] as AcknowledgeConfig | undefined;
  const { ownIssues } = observation;
  if (channels === undefined || config === undefined || run.sections['slack'] === undefined)
    return observation;
  if (!ownIssues.known) return observation;
  const waiting = inTurn(waitingMessages({ ...run, config }, ownIssues.value), run.now);
  if (waiting.length === 0) return observation;
  const read = waiting.slice(0, MOST).map((message) => answerOf(message, channels));
  const left = waiting.slice(MOST).map((message) => withAnswer(message, { unread: TOO_MANY }));
  return { ...observation, seen: { known: true, value: [...(await Promise.all(read)), ...left] } };
}

const TOO_MANY = `a run reads ${MOST} messages on Slack at most; a run in another hour begins elsewhere`;

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
