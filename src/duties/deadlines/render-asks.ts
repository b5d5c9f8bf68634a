// The lines of a notice that mention whom other duties asked for something before that deadline.
import type { Release } from '../../domain/release.ts';
import type { StandingReminder } from '../../domain/standing.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention, mentionTeam } from '../../text/mention.ts';

/** Lines of one notice; what is more stands in the tracking issue. */
const MOST = 10;

/** Empty where nothing is left to be done. */
export function renderAsks(
  asks: readonly { readonly release: Release; readonly ask: StandingReminder }[],
  isQuiet: (login: string, release: Release) => boolean,
): string {
  if (asks.length === 0) return '';
  const lines = asks.slice(0, MOST).map(({ release, ask: { names, text } }) => {
    const people = names.map((name) =>
      name.includes('/') ? mentionTeam(name) : isQuiet(name, release) ? escapeMarkdown(name) : mention(name),
    );
    return `- ${people.join(', ')}: ${text}`;
  });
  const more = asks.length > MOST ? [`- and ${asks.length - MOST} more; this issue lists all`] : [];
  return ['**Still open before it**', '', ...lines, ...more].join('\n');
}
