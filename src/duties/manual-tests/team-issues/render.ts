// The words around the issues of teams' manual tests: the log, the report, and why one is no longer kept.
import { escapeMarkdown } from '../../../text/escape-markdown.ts';

export const render = {
  why: () => 'the team has manual tests in a candidate',
  whyBody: () => 'results of its manual tests have changed',
  whyClosed: () => 'its manual tests are over',
  openedEntry: (team: string) => `Issue for the manual tests of ${escapeMarkdown(team)}`,
  tooLong: () => 'it would be longer than GitHub allows; use the workbook or commands',
  tooMany: (most: number) => `a run opens ${most} of these issues at most; the next run continues`,
  off: () =>
    '**relcomms no longer updates this issue:** `team-issues` is off in the config. Checked boxes record nothing. Close the issue, or set `team-issues: yes`.',
  withdrawn: () =>
    '**relcomms no longer updates this issue:** the release is withdrawn. Checked boxes record nothing.',
};
