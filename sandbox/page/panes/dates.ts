// Pane: the dates of every release, and the form that moves one.
import { countdownName, type Milestone, type Release } from '../../../src/domain/release.ts';
import { SLIP_FORMS } from '../../../src/schedule/slip-amount.ts';
import { dayNotes, dayWords } from '../../../src/text/words.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import type { Pane } from '../pane.ts';
import type { PageQuery } from '../query.ts';

export const dates: Pane = {
  id: 'dates',
  title: 'Dates',
  render: (state, query) =>
    state.releases.length === 0
      ? html`<p class="empty">No release: the config gives none that can be used.</p>`
      : html`${state.releases.map((release, index) => renderRelease(release, index, state, query))}
          <p class="muted">
            Moving a date changes the config with one commit, as <code>relcomms slip --write</code> does. The
            push wakes relcomms: issue, GitHub milestone and tasks follow, and one comment notifies the people
            affected. To have it reviewed first, comment
            <code>/release slip MILESTONE DAY because REASON</code> on the tracking issue.
          </p>`,
};

function renderRelease(release: Release, index: number, state: SandboxState, query: PageQuery): Html {
  const id = (name: string): string => `slip-${name}-${index}`;
  return html`<section class="stack" aria-labelledby="${id('head')}">
    <h2 id="${id('head')}">${release.title}</h2>
    <form data-control="/control/act" data-clear class="fields">
      <input type="hidden" name="action" value="slip" />
      <input type="hidden" name="release" value="${release.version}" />
      <div>
        <label for="${id('milestone')}">Milestone</label>
        <select id="${id('milestone')}" name="milestone">
          ${movable(release).map((each) => html`<option value="${each.id}" ${each.id === 'release' && html` selected`}>${each.title}</option>`)}
        </select>
      </div>
      <div>
        <label for="${id('to')}">New day or amount</label>
        <input
          id="${id('to')}"
          name="to"
          required
          maxlength="40"
          autocomplete="off"
          aria-describedby="${id('forms')}"
        />
      </div>
      <div class="wide">
        <label for="${id('because')}">Because</label>
        <input id="${id('because')}" name="because" maxlength="200" autocomplete="off" />
      </div>
      <button id="${id('send')}" class="primary">Move date as ${query.as}</button>
      <p id="${id('forms')}" class="muted wide">
        Write ${SLIP_FORMS}. relcomms announces the reason with the new date.
      </p>
    </form>
    <div class="table-scroll" tabindex="0" role="region" aria-label="Dates of ${release.title}">
      <table class="dates">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Week</th>
            <th scope="col">Milestone</th>
            ${moved(release) && html`<th scope="col">Moved because</th>`}
          </tr>
        </thead>
        <tbody>
          ${release.milestones.map((milestone) => row(milestone, release, state))}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** The column is only there when it has something to say. */
/** Days of events are none of the release. */
function movable({ milestones, undated }: Release): readonly Pick<Milestone, 'id' | 'title'>[] {
  return [...milestones.filter(({ event }) => event === undefined), ...(undated?.milestones ?? [])];
}

function moved({ milestones }: Release): boolean {
  return milestones.some(({ because }) => because !== undefined);
}

function row(milestone: Milestone, release: Release, { clock }: SandboxState): Html {
  const week = release.weeks.find(({ number }) => number === milestone.week);
  const past = milestone.day < clock.today;
  return html`<tr ${past && html`class="past"`}>
    <td class="nowrap">${dayWords(milestone.day)}</td>
    <td class="nowrap">${milestone.week}${week !== undefined && ` · ${countdownName(week.countdown)}`}</td>
    <th scope="row">
      ${milestone.title}${dayNotes(milestone)}
      <code>${milestone.id}</code>${past && html` <span class="muted">passed</span>`}
    </th>
    ${moved(release) && html`<td class="because">${milestone.because ?? ''}</td>`}
  </tr>`;
}
