// Pane: the mails that relcomms itself sent, as their readers see them.
import type { KeptMail } from '../../mail-server/start.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { moment } from '../moments.ts';
import type { Drawing } from '../pane.ts';

export const outgoing: Drawing = {
  count: ({ outside }) => outside?.mails.length ?? 0,
  render: ({ outside, clock }) => {
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
      }`;
  },
};

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
