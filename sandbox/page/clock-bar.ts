// The bar on top: the date, the buttons of the clock, the person, the scenario.
import type { Release } from '../../src/domain/release.ts';
import { countdownName } from '../../src/domain/release.ts';
import { dayWords } from '../../src/text/words.ts';
import { formatDay } from '../../src/domain/day.ts';
import { shortenWords } from '../../src/text/shorten.ts';
import type { NextEvent } from '../machine/next-event.ts';
import type { SandboxState } from '../machine/state.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { type Html, html } from '../../src/text/html.ts';
import type { PageQuery } from './query.ts';

/** Characters of what comes next on its button; the rest stands in its title. */
const LONGEST_EVENT = 40;

export function renderClockBar(state: SandboxState, query: PageQuery): Html {
  const { clock } = state;
  return html`<div class="clock" role="group" aria-label="Clock">
      ${step({ id: 'next-day', words: 'Next day', name: 'days', value: '1', numeric: true })}
      ${step({ id: 'next-week', words: 'Next week', name: 'days', value: '7', numeric: true })}
      <button type="button" id="play" aria-pressed="false" data-play>Play</button>
      ${nextEvent(clock.nextEvent)}
      <form data-control="/control/clock" class="inline go">
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
    <div class="settings">
      <label for="as">You are</label>
      <select id="as" data-choose="as">
        ${options(
          state.people.map((login) => [login, login] as const),
          query.as,
        )}
      </select>
      <label class="visually-hidden" for="scenario">Scenario</label>
      <select id="scenario" data-scenario data-follow>
        ${options(
          SCENARIOS.map(({ id, title }) => [id, title] as const),
          state.scenario.id,
        )}
      </select>
      <form data-control="/control/reset" class="inline"><button id="reset">Reset</button></form>
    </div>`;
}

/** It says where it goes: `Next: 5 Mar, Begin Code Freeze`. */
function nextEvent(next: NextEvent | undefined): Html {
  const base = { id: 'next-event', name: 'until', value: 'event', numeric: false };
  if (next === undefined)
    return step({ ...base, words: 'Nothing ahead', off: true, hint: 'Nothing more of the schedule is due.' });
  const [first, ...more] = next.what;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return step({
    ...base,
    words: `Next: ${formatDay(next.day, 'D MMM')}, ${shortenWords(first, LONGEST_EVENT)}`,
    hint: `Goes to the next day on which a milestone or a task is due: ${first}${others}, ${dayWords(next.day)}.`,
  });
}

interface Step {
  readonly id: string;
  readonly words: string;
  readonly name: string;
  readonly value: string;
  readonly numeric: boolean;
  readonly off?: boolean;
  readonly hint?: string;
}

function step({ id, words, name, value, numeric, off = false, hint }: Step): Html {
  return html`<form data-control="/control/clock" class="inline step-${id}">
    <input type="hidden" name="${name}" value="${value}" ${numeric && html` data-type="number"`} />
    <button id="${id}" ${hint !== undefined && html` title="${hint}"`} ${off && html` disabled`}>
      ${words}
    </button>
  </form>`;
}

/** Where each release stands, on one line. */
export function renderPlaces(state: SandboxState): Html {
  return html`${state.releases.map((release) => place(release, state))}`;
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
