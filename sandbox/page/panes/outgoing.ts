// Pane: the emails that relcomms itself sent, and its messages to other chats, as their readers see them.
import type { ChatMessage } from '../../chat/start.ts';
import type { SandboxState } from '../../machine/state.ts';
import type { KeptMail } from '../../mail-server/start.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { linkTargets } from '../links.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import { moment } from '../moments.ts';
import type { Drawing } from '../pane.ts';
import type { PageQuery } from '../query.ts';

export const outgoing: Drawing = {
  count: ({ outside }) => (outside?.mails.length ?? 0) + (outside?.chats.length ?? 0),
  render: (state, query) => {
    const { outside, clock } = state;
    const mails = (outside?.mails ?? []).toReversed();
    return html`<h2>Emails that relcomms sent</h2>
      ${
        mails.length === 0
          ? html`<p class="empty">
              None yet. Emails go to audiences with addresses; one that a role approves waits for
              <code>/release approve</code> in the tracking issue.
            </p>`
          : html`<ul class="rows">
              ${mails.map((mail) => letter(mail, clock.zone))}
            </ul>`
      }
      ${
        (outside?.chats.length ?? 0) > 0 &&
        html`<h2>Messages to other chats</h2>
          <ul class="rows">
            ${(outside?.chats ?? []).toReversed().map((message) => chat(message, state, query))}
          </ul>`
      }`;
  },
};

function chat({ webhook, text }: ChatMessage, state: SandboxState, query: PageQuery): Html {
  return html`<li class="row">
    <div class="row-main">
      <div class="muted">Webhook ${webhook}</div>
      <div class="markdown">${renderMarkdown(text, { links: linkTargets(state, query) })}</div>
    </div>
  </li>`;
}

function letter({ subject, to, from, headers, text, messageId }: KeptMail, zone: string): Html {
  return html`<li class="row">
    <div class="row-main">
      <h3>${subject}</h3>
      <div class="muted">From ${from} to ${to.join(', ')} · ${moment(headers['date'], zone)}</div>
      <p class="plain letter">${text.trim()}</p>
      <details id="mail-${messageId}">
        <summary>Headers</summary>
        <ul>
          ${Object.entries(headers).map(([name, value]) => html`<li><code>${name}</code> ${value}</li>`)}
        </ul>
      </details>
    </div>
  </li>`;
}
