// Posts a message into a channel or below another one; what is too long goes on in the thread.
import type { SendFailure, SendOutcome, Sent } from '../../domain/notice.ts';
import type { SlackWorkspace } from './client.ts';
import { type SlackBlock, mrkdwn } from './blocks.ts';
import type { SlackMessage } from './render.ts';

/** Slack finds nothing in the text by itself, and fetches nothing that it links to. */
export const QUIET = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

const TOO_LONG = new Set(['msg_too_long', 'msg_blocks_too_long']);

/** The receipt is that of the first message: a pin or a link leads to the whole. */
export async function post(
  slack: SlackWorkspace,
  channel: string,
  messages: readonly SlackMessage[],
  /** `ts` of the message to answer. */
  thread?: string,
): Promise<SendOutcome> {
  const waiting = [...messages];
  let first: { readonly place: string; readonly ts: string } | undefined;
  for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
    const below = thread ?? first?.ts;
    // oxlint-disable-next-line no-await-in-loop -- in their order
    const result = await postOne(slack, first?.place ?? channel, message, below, first === undefined);
    if ('ts' in result) first ??= result;
    else {
      const halves = TOO_LONG.has(result.code) ? halve(message) : undefined;
      if (halves !== undefined) waiting.unshift(...halves);
      else if (first === undefined) return tooLongInWords(result);
      else
        return {
          kind: 'done',
          sent: await receipt(slack, first),
          detail: `Not all of it was sent. ${result.line}`,
        };
    }
  }
  if (first === undefined)
    return { kind: 'failed', code: 'no_text', line: 'There is nothing to send.', certain: true };
  return { kind: 'done', sent: await receipt(slack, first) };
}

async function postOne(
  slack: SlackWorkspace,
  channel: string,
  { text, blocks }: SlackMessage,
  thread: string | undefined,
  news: boolean,
): Promise<{ place: string; ts: string } | SendFailure> {
  // An answer to an old message is overlooked unless the channel shows it, too; how a long one goes on is not.
  const below = thread === undefined ? {} : { thread_ts: thread, ...(news ? { reply_broadcast: true } : {}) };
  const result = await slack.call('chat.postMessage', channel, { text, blocks, ...QUIET, ...below });
  if ('kind' in result) return result;
  const { channel: place, ts } = result.answer;
  if (typeof place === 'string' && typeof ts === 'string') return { place, ts };
  const line = 'Slack did not say where the message went: look into the channel before sending again.';
  return { kind: 'failed', code: 'no-answer', line, certain: false };
}

/** A message is sent whether its link is known or not. */
async function receipt(slack: SlackWorkspace, { place, ts }: { place: string; ts: string }): Promise<Sent> {
  const result = await slack.call('chat.getPermalink', place, { message_ts: ts });
  const link = 'answer' in result ? result.answer['permalink'] : undefined;
  return typeof link === 'string' && /^https?:\/\/[^\s<>"|]+$/.test(link)
    ? { place, id: ts, link }
    : { place, id: ts };
}

/** So many blocks are cut between two of them; fewer within a text, so that no header stands alone. */
const MANY_BLOCKS = 4;

/** Two messages with half of the blocks, or half of the lines of a text. */
function halve({ text, blocks }: SlackMessage): SlackMessage[] | undefined {
  const [first, second] = (blocks.length < MANY_BLOCKS ? halvesOfText(blocks) : undefined) ?? [
    blocks.slice(0, Math.ceil(blocks.length / 2)),
    blocks.slice(Math.ceil(blocks.length / 2)),
  ];
  return second.length === 0 ? undefined : [first, second].map((some) => ({ text, blocks: some }));
}

function halvesOfText(
  blocks: readonly SlackBlock[],
): readonly [readonly SlackBlock[], readonly SlackBlock[]] | undefined {
  const lines = blocks.map((block) =>
    block.type === 'section' && 'text' in block ? block.text.text.split('\n') : [],
  );
  const most = Math.max(...lines.map(({ length }) => length));
  const index = lines.findIndex(({ length }) => length === most);
  if (most < 2) return undefined;
  const middle = Math.ceil(most / 2);
  return [
    [...blocks.slice(0, index), sectionOf(lines[index]?.slice(0, middle))],
    [sectionOf(lines[index]?.slice(middle)), ...blocks.slice(index + 1)],
  ];
}

function sectionOf(lines: readonly string[] = []): SlackBlock {
  return { type: 'section', text: mrkdwn(lines.join('\n')) };
}

function tooLongInWords(failure: SendFailure): SendFailure {
  const line = 'Slack takes no line as long as one of these: shorten the text.';
  return TOO_LONG.has(failure.code) ? { ...failure, line } : failure;
}
