// Pane: the noise meter, mails per person and week, and why they were sent.
import { type Day, formatDay } from '../../../src/domain/day.ts';
import type { MailReason } from '../../mail/mail.ts';
import { CEILING, type ReasonRow, noiseByReason } from '../../mail/noise-by-reason.ts';
import { type Html, html } from '../../../src/text/html.ts';
import type { Pane } from '../pane.ts';

const REASONS: readonly (readonly [MailReason, string])[] = [
  ['mention', 'Mention'],
  ['comment', 'Comment'],
  ['review-request', 'Review'],
  ['assigned', 'Assigned'],
];

export const noise: Pane = {
  id: 'noise',
  title: 'Noise',
  render: ({ noise: { weeks }, mails, people, clock }) => {
    const rows = noiseByReason({ mails, people, weeks, zone: clock.zone });
    const above = rows.flatMap(({ beyond }) => beyond.filter((count) => count > CEILING)).length;
    return html`<h2>Emails from relcomms per person and week</h2>
      <p>
        Beyond own assignments, which are counted below. The ceiling is ${CEILING} a person and week:
        <strong>${above === 0 ? 'no week is above it.' : `${above} above it, marked.`}</strong>
      </p>
      ${perWeek(rows, weeks)}
      <h2>Why they were sent</h2>
      <p class="muted">${mails.length} emails so far, including those from other people.</p>
      ${perReason(rows)}`;
  },
};

function perWeek(rows: readonly ReasonRow[], weeks: readonly Day[]): Html {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Emails per person and week">
    <table class="noise">
      <thead>
        <tr>
          <th scope="col">Person</th>
          ${weeks.map((week, index) => html`<th scope="col"><span title="Week of ${formatDay(week, 'D MMM YYYY')}">W${index + 1}</span></th>`)}
          <th scope="col">Total</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ login, beyond }) =>
            html`<tr>
              <th scope="row">${login}</th>
              ${beyond.map(cell)}
              <td class="total">${beyond.reduce((sum, count) => sum + count, 0)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(count: number): Html {
  if (count === 0) return html`<td><span class="muted">·</span></td>`;
  if (count <= CEILING) return html`<td class="level-${count}">${count}</td>`;
  return html`<td class="level-4 above">${count}<span class="visually-hidden"> above the ceiling</span></td>`;
}

function perReason(rows: readonly ReasonRow[]): Html {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Emails per person and reason">
    <table class="noise">
      <thead>
        <tr>
          <th scope="col">Person</th>
          ${REASONS.map(([, title]) => html`<th scope="col">${title}</th>`)}
          <th scope="col">From people</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ login, byReason, fromPeople }) =>
            html`<tr>
              <th scope="row">${login}</th>
              ${REASONS.map(([reason]) => html`<td>${byReason[reason]}</td>`)}
              <td>${fromPeople}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
