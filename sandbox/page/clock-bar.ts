// The bar on top: the date, the buttons of the clock, the person, the scenario.
import type { Release } from '../../src/domain/release.ts';
import { countdownName } from '../../src/domain/release.ts';
import { dayWords } from '../../src/text/words.ts';
import type { SandboxState } from '../machine/state.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { type Html, html } from './html.ts';
import type { PageQuery } from './query.ts';

export function renderClockBar(state: SandboxState, query: PageQuery): Html {
  const { clock } = state;
  return html`<div class="clock" role="group" aria-label="Clock">
      <p class="today">
        <strong id="today">${dayWords(clock.today)}</strong>
        ${state.releases.map((release) => place(release, state))}
      </p>
      <div class="buttons">
        ${step('next-day', 'Next day', 'days', '1', true)}
        ${step('next-week', 'Next week', 'days', '7', true)}
        ${step('next-event', 'Next event', 'until', 'event', false, clock.nextEvent === undefined)}
        <button type="button" id="play" aria-pressed="false" data-play>Play</button>
        <form data-control="/control/clock" class="inline">
          <label class="visually-hidden" for="pick-day">Go to day</label>
          <input
            id="pick-day"
            type="date"
            name="day"
            value="${clock.today}"
            min="${clock.start}"
            required
            data-follow
          />
          <button id="pick-go">Go</button>
        </form>
      </div>
    </div>
    <div class="settings">
      <label for="as">You are</label>
      <select id="as" data-choose="as">
        ${options(
          state.people.map((login) => [login, login] as const),
          query.as,
        )}
      </select>
      <label for="scenario">Scenario</label>
      <select id="scenario" data-scenario data-follow>
        ${options(
          SCENARIOS.map(({ id, title }) => [id, title] as const),
          state.scenario.id,
        )}
      </select>
      <form data-control="/control/reset" class="inline"><button id="reset">Reset</button></form>
    </div>`;
}

function step(id: string, words: string, name: string, value: string, numeric: boolean, off = false): Html {
  return html`<form data-control="/control/clock" class="inline">
    <input type="hidden" name="${name}" value="${value}" ${numeric && html` data-type="number"`} />
    <button id="${id}" ${off && html` disabled`}>${words}</button>
  </form>`;
}

/** `Week 9 of 13 · R-3 · Burndown` */
function place(release: Release, { clock, releases }: SandboxState): Html {
  const week = release.weeks.find(({ start, end }) => start <= clock.today && clock.today <= end);
  const name = releases.length > 1 ? `${release.version}: ` : '';
  if (week === undefined)
    return html`<span class="place">${name}${clock.today < release.start ? 'not begun' : 'over'}</span> `;
  const words = [
    `Week ${week.number} of ${release.weeks.length}`,
    countdownName(week.countdown),
    ...(week.phase === undefined ? [] : [week.phase]),
  ];
  return html`<span class="place">${name}${words.join(' · ')}</span> `;
}

function options(values: readonly (readonly [string, string])[], chosen: string): Html[] {
  return values.map(
    ([value, words]) =>
      html`<option value="${value}" ${value === chosen && html` selected`}>${words}</option>`,
  );
}
