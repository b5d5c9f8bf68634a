// Pane: the channels of Slack, each with its messages, threads, pins and reactions.
import type { SeenChannel, SeenMessage, SeenReply } from '../../outside/state.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { moment } from '../moments.ts';
import { plain, renderMrkdwn } from '../mrkdwn.ts';
import type { Drawing } from '../pane.ts';
import { type PageQuery, linkTo } from '../query.ts';

/** A channel and the workspace that it is in. */
interface Room {
  /** As in the address: `#releases`, `community #general`. */
  readonly id: string;
  readonly workspace: string | undefined;
  readonly channel: SeenChannel;
}

export const slack: Drawing = {
  count: (state) => roomsOf(state).reduce((sum, { channel }) => sum + countOf(channel), 0),
  render: (state, query) => {
    const rooms = roomsOf(state);
    const room = rooms.find(({ id }) => id === query.channel) ?? rooms[0];
    if (room === undefined) return nothing();
    return html`<h2>Slack: ${room.id}</h2>
      <nav class="choice" aria-label="Channels">${rooms.map((each) => roomLink(each, room, query))}</nav>
      ${room.channel.archived && html`<p class="notice">This channel is archived: nobody can write in it.</p>`}
      ${
        room.channel.messages.length === 0
          ? html`<p class="empty">No message yet.</p>`
          : html`<ol class="messages">
              ${pinnedFirst(room.channel).map((message, index) =>
                renderMessage(message, index, room, state, query),
              )}
            </ol>`
      }
      ${!room.channel.archived && archiveForm(room, query)}`;
  },
};

/** Then the newest. */
function pinnedFirst({ messages }: SeenChannel): SeenMessage[] {
  const newest = messages.toReversed();
  return [...newest.filter(({ pinned }) => pinned), ...newest.filter(({ pinned }) => !pinned)];
}

function nothing(): Html {
  return html`<h2>Slack</h2>
    <p class="empty">
      The config of this scenario sends nothing to Slack. The scenario Kyma does, with the section
      <code>slack</code>.
    </p>`;
}

function roomsOf({ outside }: SandboxState): Room[] {
  return (outside?.slack ?? []).flatMap(({ workspace, channels }) =>
    channels.map((channel) => ({
      id: `${workspace === undefined ? '' : `${workspace} `}#${channel.name}`,
      workspace,
      channel,
    })),
  );
}

function countOf({ messages }: SeenChannel): number {
  return messages.reduce((sum, { replies }) => sum + 1 + replies.length, 0);
}

function roomLink(each: Room, chosen: Room, query: PageQuery): Html {
  return html`<a
    href="${linkTo(query, { channel: each.id })}"
    ${each === chosen && html` aria-current="true"`}
    >${each.id} <span class="counter">${countOf(each.channel)}</span></a
  >`;
}

function renderMessage(
  message: SeenMessage,
  index: number,
  room: Room,
  state: SandboxState,
  query: PageQuery,
): Html {
  const { zone } = state.clock;
  return html`<li class="comment">
    <div class="comment-head">
      ${head(message, zone)}${message.pinned && html` <span class="tag">Pinned</span>`}${message.edited && html` <span class="tag">Changed since</span>`}
    </div>
    <div class="markdown">${blocks(message)}</div>
    <div class="message-foot">
      ${message.reactions.map(({ name, by }) => html`<span class="tag">${emoji(name)} ${by.join(', ')}</span>`)}
      ${!room.channel.archived && reactForm(message, index, room, query)}
    </div>
    ${
      message.replies.length > 0 &&
      html`<div class="thread">
        <h3>Thread</h3>
        <ol class="messages">
          ${message.replies.map(
            (reply) =>
              html`<li>
                <p>${head(reply, zone)}</p>
                <div class="markdown">${blocks(reply)}</div>
              </li>`,
          )}
        </ol>
      </div>`
    }
  </li>`;
}

function head({ author, at }: SeenReply, zone: string): Html {
  return html`<strong>${author}</strong> <span class="muted">${moment(at, zone)}</span>`;
}

/** People write text, relcomms blocks. */
function blocks({ blocks: given, text }: SeenReply): Html[] {
  return given.length === 0 ? [renderMrkdwn(text)] : given.map((one) => blockOf(one as SeenBlock));
}

interface SeenBlock {
  readonly type?: string;
  readonly text?: { readonly text?: string };
  readonly fields?: readonly { readonly text?: string }[];
  readonly elements?: readonly { readonly url?: string; readonly text?: { readonly text?: string } }[];
}

/** A header, a text, facts side by side, or a button. */
function blockOf({ type, text, fields = [], elements = [] }: SeenBlock): Html {
  if (type === 'header') return html`<p><strong>${plain(text?.text ?? '')}</strong></p>`;
  if (type === 'actions')
    return html`<p>
      ${elements.map((one) => html`<a class="button" href="${one.url ?? ''}" rel="noreferrer">${plain(one.text?.text ?? '')}</a>`)}
    </p>`;
  if (text !== undefined) return renderMrkdwn(text.text ?? '');
  return html`<div class="facts">
    ${fields.map((one) => html`<div>${renderMrkdwn(one.text ?? '')}</div>`)}
  </div>`;
}

/** Words that need no picture to be read. */
function emoji(name: string): string {
  return name === 'white_check_mark' ? 'Check mark:' : `${name.replaceAll('_', ' ')}:`;
}

function place({ workspace, channel }: Room): Html {
  return html`${workspace !== undefined && html`<input type="hidden" name="workspace" value="${workspace}" />`}<input
      type="hidden"
      name="channel"
      value="#${channel.name}"
    />`;
}

function reactForm({ text }: SeenMessage, index: number, room: Room, { as }: PageQuery): Html {
  return html`<form data-control="/control/act" class="inline">
    <input type="hidden" name="action" value="react" />${place(room)}
    <input type="hidden" name="message" value="${text.slice(0, 400)}" />
    <button id="react-${index}" class="small">React with a check mark as ${as}</button>
  </form>`;
}

function archiveForm(room: Room, { as }: PageQuery): Html {
  return html`<form data-control="/control/act" class="actions">
    <input type="hidden" name="action" value="archive-channel" />${place(room)}
    <button id="archive-channel">Archive ${room.id} as ${as}</button>
    <p class="muted">
      relcomms cannot write there any more; its report says so, and other channels continue.
    </p>
  </form>`;
}
