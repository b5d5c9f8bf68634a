// Pane: the noise meter, mails per person and week.
import { formatDay } from '../../../src/domain/day.ts';
import { type Html, html } from '../html.ts';
import type { Pane } from '../pane.ts';

/** From here on a week counts as loud. */
const LOUD = 4;

export const noise: Pane = {
  id: 'noise',
  title: 'Noise',
  render: ({ noise: { weeks, rows }, mails }) =>
    html`<h2>Mails per person and week</h2>
      <p class="muted">
        A mail is a mention, an assignment, a review request or a new comment. ${mails.length} so far.
      </p>
      <div class="table-scroll" tabindex="0" role="region" aria-label="Mails per person and week">
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
              (row) =>
                html`<tr>
                  <th scope="row">${row.login}</th>
                  ${row.perWeek.map(cell)}
                  <td class="total">${row.total}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
};

function cell(count: number): Html {
  return html`<td class="level-${Math.min(count, LOUD)}">
    ${count === 0 ? html`<span class="muted">·</span>` : count}
  </td>`;
}
