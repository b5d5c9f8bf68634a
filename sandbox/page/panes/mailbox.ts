// Pane: the mails that GitHub would send to a person.
import type { Mail, MailReason } from '../../mail/mail.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { linkTargets, threadLink } from '../links.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import { moment } from '../moments.ts';
import type { Pane } from '../pane.ts';
import { type PageQuery, linkTo } from '../query.ts';

const REASONS: Readonly<Record<MailReason, string>> = {
  mention: 'you were mentioned',
  assigned: 'you were assigned',
  'review-request': 'your review was requested',
  comment: 'you take part in this',
};

export const mailbox: Pane = {
  id: 'mail',
  title: 'Email',
  count: (state) => state.mails.length,
  render: (state, query) => {
    const owner = query.mailbox ?? query.as;
    const mails = state.mails.filter((mail) => mail.to === owner).toReversed();
    return html`<h2>Emails to ${owner}</h2>
      <nav class="choice" aria-label="Mailboxes">
        ${state.people.map((login) => boxLink(login, owner, state, query))}
      </nav>
      ${
        mails.length === 0
          ? html`<p class="empty">
              No emails. GitHub emails people who are mentioned or assigned, and participants when somebody
              comments. Edits send no email.
            </p>`
          : html`<ul class="rows">
              ${mails.map((mail) => letter(mail, state, query))}
            </ul>`
      }`;
  },
};

function boxLink(login: string, owner: string, { mails }: SandboxState, query: PageQuery): Html {
  const count = mails.filter((mail) => mail.to === login).length;
  return html`<a href="${linkTo(query, { mailbox: login })}" ${login === owner && html` aria-current="true"`}
    >${login} <span class="counter">${count}</span></a
  >`;
}

function letter(mail: Mail, state: SandboxState, query: PageQuery): Html {
  const id = `mail-${mail.to}-${mail.number}-${mail.at}-${mail.reason}`;
  return html`<li class="row">
    <div class="row-main">
      <a class="row-title" href="${threadLink(state, query, mail.number)}"
        >[acme/demo] ${mail.subject} (#${mail.number})</a
      >
      <div class="muted">
        From ${mail.from} · ${moment(mail.at, state.clock.zone)} · because ${REASONS[mail.reason]}
      </div>
      ${
        mail.body !== '' &&
        html`<details id="${id}">
          <summary>Show email</summary>
          <div class="markdown">${renderMarkdown(mail.body, { links: linkTargets(state, query) })}</div>
        </details>`
      }
    </div>
  </li>`;
}
