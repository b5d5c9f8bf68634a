// Open tasks that an earlier release left to this one: a list in its tracking issue, as long as they are open.
import type { DesiredSection } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { keyOf } from '../../../text/marker.ts';
import { andMore } from '../../../text/more-words.ts';
import { shorten } from '../../../text/shorten.ts';
import { isBoardingKey } from '../boarding/boarding-key.ts';
import { render } from '../render.ts';

const MOST = 20;
const LONGEST_TITLE = 80;

/** The line in the log of a release that says to which one its open tasks went. */
export function carriedKey(version: string, next: string): string {
  return keyOf(version, 'carried', next);
}

/** Whether an issue is one of those below a tracking issue. */
function isBelow(key: string, version: string): boolean {
  return key.startsWith(`${version}/task/`) || isBoardingKey(key, version);
}

/** The first part of a key is its version, encoded. Nothing where nothing was ever carried here: an empty list clears what stood there. */
export function carriedOver(release: Release, issues: readonly OwnIssue[]): DesiredSection[] {
  const from = issues.filter(({ key, ledger }) => {
    const [version = ''] = key.split('/');
    const line = `${version}/${keyOf('carried', release.version)}`;
    return ledger?.entries.some((entry) => entry.key === line) === true;
  });
  if (from.length === 0) return [];
  const lines = from.flatMap(({ key }) => {
    const [version = ''] = key.split('/');
    return issues
      .filter((issue) => issue.state === 'open' && isBelow(issue.key, version))
      .map(
        ({ number, title }) =>
          `#${number} ${escapeMarkdown(shorten(title, LONGEST_TITLE))}, from ${escapeMarkdown(decodeURIComponent(version))}`,
      );
  });
  const more = andMore(lines.length - MOST, 'the GitHub milestone has all');
  const text = [...lines.slice(0, MOST), ...more].map((line) => `- ${line}`).join('\n');
  return [
    {
      kind: 'section',
      issue: trackingKey(release),
      name: 'carried',
      text: lines.length === 0 ? '' : `### Carried over\n\n${text}`,
      why: render.whyCarriedOver(),
    },
  ];
}
