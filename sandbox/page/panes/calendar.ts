// Pane: the calendar file of each release, as the list of its events.
import { buildCalendar } from '../../../src/calendar/build-calendar.ts';
import type { CalendarEntry } from '../../../src/calendar/calendar-entry.ts';
import { renderCalendar } from '../../../src/calendar/render-calendar.ts';
import type { Release } from '../../../src/domain/release.ts';
import { countWords, dayWords } from '../../../src/text/words.ts';
import { type Html, html } from '../../../src/text/html.ts';
import type { Drawing } from '../pane.ts';

export const calendar: Drawing = {
  render: ({ releases }) =>
    releases.length === 0
      ? html`<p class="empty">No release: the config gives none that can be used.</p>`
      : html`${releases.map(renderRelease)}`,
};

function renderRelease(release: Release, index: number): Html {
  const entries = buildCalendar(release).toSorted((a, b) => a.day.localeCompare(b.day));
  const file = `relcomms schedule ${release.version} --format ics`;
  return html`<section class="stack" aria-labelledby="calendar-${index}">
    <h2 id="calendar-${index}">${release.title}: ${countWords(entries.length, 'event')}</h2>
    <p class="muted">All-day events; <code>${file}</code> writes the file that calendars import.</p>
    <div class="table-scroll" tabindex="0" role="region" aria-label="Events of ${release.title}">
      <table class="dates">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Event</th>
            <th scope="col">Comes again</th>
            <th scope="col">Reminders</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map(row)}
        </tbody>
      </table>
    </div>
    <details id="calendar-file-${index}">
      <summary>The file as it is</summary>
      <div class="table-scroll" tabindex="0" role="region" aria-label="Calendar file of ${release.title}">
        <pre class="file-text">${renderCalendar(release.title, entries)}</pre>
      </div>
    </details>
  </section>`;
}

function row({ day, title, repeat, remind, sequence }: CalendarEntry): Html {
  return html`<tr>
    <td class="nowrap">${dayWords(day)}</td>
    <th scope="row">
      ${title}${sequence > 0 && html` <span class="tag">${sequence === 1 ? 'moved' : `moved ${sequence} times`}</span>`}
    </th>
    <td>${repeat === undefined ? 'no' : `${rhythm(repeat.weeks)}, ${repeat.count} times`}</td>
    <td>${remind ? 'a week and a day before' : 'none'}</td>
  </tr>`;
}

function rhythm(weeks: number): string {
  return weeks === 1 ? 'every week' : `every ${weeks} weeks`;
}
