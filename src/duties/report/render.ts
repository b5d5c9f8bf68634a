// The words of the report beside those of the stand itself.
import type { Blocker } from '../../domain/observed.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { gateTitle } from '../../standing/render-stand.ts';
import type { Stand } from '../../standing/stand.ts';
import { shorten } from '../../text/shorten.ts';

const LONGEST_TITLE = 80;
const MOST_OWNERS = 3;

export const render = {
  /** Names it: the status above tells of the next deadline, which may be a smaller one. */
  heading: (stand: Stand) => `### Before ${gateTitle(stand)}`,
  whySection: () => 'the tracking issue shows what blocks the next milestone',
  noMilestone: () =>
    'it has a blocking label and no GitHub milestone, and it could belong to more than one release',
};

export function renderBlocker({ number, title }: Blocker): string {
  return `#${number} ${escapeMarkdown(shorten(title, LONGEST_TITLE))}`;
}

/** Names without a ping; `nobody` when nobody is assigned. */
export function renderOwners(logins: readonly string[]): string {
  if (logins.length === 0) return 'nobody';
  const more = logins.length > MOST_OWNERS ? [`and ${logins.length - MOST_OWNERS} more`] : [];
  return [...logins.slice(0, MOST_OWNERS).map(escapeMarkdown), ...more].join(', ');
}
