// The words of the issue that says that relcomms has not come through for more than a day.
import { type Instant, formatInstant } from '../domain/day.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { shorten } from '../text/shorten.ts';

const MOST_REASONS = 5;
const LONGEST_REASON = 400;

export interface Alarm {
  readonly label: { readonly name: string; readonly color: string; readonly description: string };
  readonly title: string;
  readonly text: string;
}

/** Nobody is mentioned: whoever watches the repository hears of a new issue. */
export function renderAlarm(last: Instant, why: readonly string[]): Alarm {
  const since = `${formatInstant(last, 'UTC', 'YYYY-MM-DD HH:mm')} UTC`;
  const shown = why
    .slice(0, MOST_REASONS)
    .map((reason) => `- ${escapeMarkdown(shorten(reason, LONGEST_REASON))}`);
  const more = why.length > MOST_REASONS ? [`- and ${why.length - MOST_REASONS} more`] : [];
  return {
    label: { name: 'relcomms', color: 'd93f0b', description: 'About relcomms itself' },
    title: `relcomms has not run since ${since}`,
    text: [
      `relcomms last updated the tracking issues on ${since}. Their dates, reminders, and tasks may be out of date.`,
      ['The newest run reported:', '', ...shown, ...more].join('\n'),
      [
        'What to check:',
        '',
        '- **A request is refused (403, 404):** in the settings of the repository, under GitHub Apps, check whether the App waits for new permissions.',
        '- **A limit or an outage (429, 5xx):** wait. Every run continues where the last one stopped.',
        '- **A workflow runs relcomms, too:** GitHub disables schedules in public repositories after 60 days without activity. Enable the workflow again under Actions.',
      ].join('\n'),
      '<sub>The next successful run closes this issue.</sub>',
    ].join('\n\n'),
  };
}
