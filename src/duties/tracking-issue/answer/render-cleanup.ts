// The words for removing relcomms: what it takes back, and the pull request that switches it off.
import type { OwnIssue } from '../../../domain/observed.ts';
import { countWords, listWords } from '../../../text/words.ts';

/** Issues that are named. */
const MOST = 10;

/** `open` are the open issues of relcomms. */
export function renderCleanup(open: readonly OwnIssue[]): string {
  return [
    'Removing relcomms takes back what it put into this repository:',
    '',
    `- ${issuesLine(open)}`,
    '- its labels (one that people use elsewhere stays there), pins, and GitHub milestones',
    '- its comments on pull requests (hidden as outdated), and its own pull requests and branches',
    '- its part of wiki pages, and pins on Slack',
    '',
    'What people wrote stays. `/release cleanup confirm` opens a pull request that switches relcomms off. Its check lists everything, and merging it takes everything back.',
  ].join('\n');
}

function issuesLine(open: readonly OwnIssue[]): string {
  if (open.length === 0) return 'no issue: none of its issues is open';
  const named = open.slice(0, MOST).map(({ number }) => `#${number}`);
  const more = open.length - named.length;
  return `${listWords(more > 0 ? [...named, countWords(more, 'further open issue')] : named)}, closed as not planned`;
}

/** Of the pull request. */
export function renderSwitchOff(tracking: number | undefined): string {
  const asked = tracking === undefined ? '' : ` It was asked for in #${tracking}.`;
  return [
    `Switches relcomms off for this repository.${asked}`,
    '',
    'After the merge, the next runs take back what relcomms put here; the check of this pull request lists it. What people wrote stays. After that, delete the config and the workflow, or uninstall the App.',
    '',
    'To keep relcomms, close this pull request.',
  ].join('\n');
}
