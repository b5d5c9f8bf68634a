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
      `The tracking issues were kept last on ${since}. Since then their dates, notices and tasks may be out of date.`,
      ['What the newest run said:', '', ...shown, ...more].join('\n'),
      [
        'Where to look:',
        '',
        '- **Something is refused (403, 404):** see in the settings of the repository, under GitHub Apps, whether the App waits for new permissions.',
        '- **A limit or an outage (429, 5xx):** wait. Every run goes on where the last one stopped.',
        '- **A workflow runs relcomms, too:** after 60 days without activity GitHub switches off schedules of public repositories. Switch it on again under Actions.',
      ].join('\n'),
      '<sub>The next run that comes through closes this issue.</sub>',
    ].join('\n\n'),
  };
}
