// The words that say how other repositories stand; what comes from there is escaped, and links leave no trace there.
import type { OtherBlocker, OtherBranch, OtherPull, SeenRepository } from '../../../domain/elsewhere.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../../../text/escape-markdown.ts';
import { shorten } from '../../../text/shorten.ts';
import { countWords } from '../../../text/words.ts';

const LONGEST_TITLE = 80;
const LONGEST_NAME = 40;
const MOST_OWNERS = 3;
const MOST_PULLS = 5;
const MOST_CHECKS = 3;

/** GitHub writes "mentioned this" below what an issue links to, unless the link goes by this host. */
const QUIET_HOST = 'https://redirect.github.com/';

export const render = {
  why: () => 'the tracking issue shows how the other repositories of the release stand',
  people: (name: string) => `the people of ${escapeMarkdown(name)}`,
  owners: (logins: readonly string[]) => {
    if (logins.length === 0) return 'nobody';
    const more = logins.length > MOST_OWNERS ? [`and ${logins.length - MOST_OWNERS} more`] : [];
    return [...logins.slice(0, MOST_OWNERS).map(escapeMarkdown), ...more].join(', ');
  },
  blocker: ({ name, url }: SeenRepository, { number, title = '' }: OtherBlocker) =>
    `${markdownLink(`${name}#${number}`, quiet(`${url}/issues/${number}`))} ${escapeMarkdown(shorten(title, LONGEST_TITLE))}`,
  hiddenBlockers: ({ name, url }: SeenRepository, count: number) =>
    `${markdownLink(name, url)}: ${countWords(count, 'blocker')}`,
  failing: ({ name, url }: SeenRepository, branch: OtherBranch) => {
    const failing = failingWords(branch);
    return `${markdownLink(name, url)}: checks fail on ${codeSpan(branch.name)}${failing === '' ? '' : `: ${failing}`}`;
  },
  pulls: ({ name, url, isPrivate }: SeenRepository, pulls: readonly OtherPull[]) => {
    const count = `${markdownLink(name, `${url}/pulls`)}: ${countWords(pulls.length, 'open pull request')}`;
    if (isPrivate) return count;
    const shown = pulls.slice(0, MOST_PULLS).map(({ number, title = '' }) => {
      return `${markdownLink(`#${number}`, quiet(`${url}/pull/${number}`))} ${escapeMarkdown(shorten(title, LONGEST_TITLE))}`;
    });
    const rest = pulls.length - shown.length;
    return `${count}: ${[...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')}`;
  },
  outOfOrder: (name: string, before: string, version: string) =>
    `${escapeMarkdown(before)} has no tag of ${escapeMarkdown(version)}, and ${escapeMarkdown(name)}, which is released after it, has one`,
  noTag: (name: string, version: string) =>
    `${escapeMarkdown(name)} has no tag of ${escapeMarkdown(version)}, and release day is over`,
};

function quiet(url: string): string {
  return url.replace(/^https:\/\/github\.com\//, QUIET_HOST);
}

function failingWords({ failing }: OtherBranch): string {
  const shown = failing.slice(0, MOST_CHECKS).map((name) => codeSpan(shorten(name, LONGEST_NAME)));
  const rest = failing.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
