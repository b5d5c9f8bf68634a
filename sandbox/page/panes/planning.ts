// Pane: GitHub's own milestones, labels and pins.
import { formatInstant, type Instant } from '../../../src/domain/day.ts';
import { html } from '../../../src/text/html.ts';
import type { Pane } from '../pane.ts';
import { linkTo } from '../query.ts';

export const planning: Pane = {
  id: 'planning',
  title: 'Milestones and labels',
  render: ({ repo }, query) =>
    html`<h2>GitHub milestones</h2>
      ${
        repo.milestones.length === 0
          ? html`<p class="empty">None.</p>`
          : html`<ul class="rows">
              ${repo.milestones.map(
                (milestone) =>
                  html`<li class="row">
                    <span class="state state-${milestone.state}"
                      >${milestone.state === 'open' ? 'Open' : 'Closed'}</span
                    >
                    <div class="row-main">
                      <strong>${milestone.title}</strong>
                      <span class="muted"
                        >${milestone.dueOn === null ? 'no due day' : `due ${formatInstant(Date.parse(milestone.dueOn) as Instant, 'UTC', 'ddd D MMM YYYY')}`}</span
                      >
                    </div>
                  </li>`,
              )}
            </ul>`
      }
      <h2>Labels</h2>
      ${
        repo.labels.length === 0
          ? html`<p class="empty">None.</p>`
          : html`<ul class="rows">
              ${repo.labels.map((label) => html`<li class="row"><span class="label">${label.name}</span><span class="muted">${label.description ?? ''}</span></li>`)}
            </ul>`
      }
      <h2>Pinned issues</h2>
      ${
        repo.pinned.length === 0
          ? html`<p class="empty">None.</p>`
          : html`<ul class="rows">
              ${repo.pinned.map((number) => html`<li class="row"><a href="${linkTo(query, { pane: 'issue', issue: number })}">#${number} ${repo.issues.find((issue) => issue.number === number)?.title}</a></li>`)}
            </ul>`
      }`,
};
