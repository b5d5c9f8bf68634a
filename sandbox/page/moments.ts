// Instants in words, on the clock of the scenario.
import { type Instant, formatInstant, isoInstant } from '../../src/domain/day.ts';
import { type Html, html } from '../../src/text/html.ts';

/** `Thu 5 Mar 2020, 10:00`, with the instant for programs. `at` is an instant or GitHub's timestamp. */
export function moment(at: Instant | string | undefined, zone: string): Html | undefined {
  if (at === undefined) return undefined;
  const instant = typeof at === 'string' ? (Date.parse(at) as Instant) : at;
  return html`<time datetime="${isoInstant(instant)}"
    >${formatInstant(instant, zone, 'ddd D MMM YYYY, HH:mm')}</time
  >`;
}

/** `Thu 5 Mar`: the day alone. */
export function dayMoment(at: Instant, zone: string): Html {
  return html`<time datetime="${isoInstant(at)}">${formatInstant(at, zone, 'ddd D MMM')}</time>`;
}
