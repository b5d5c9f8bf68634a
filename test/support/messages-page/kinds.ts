// The kinds of texts that people get, each with the words by which it is known.
import type { PlayedText } from './played-texts.ts';

export interface Kind {
  readonly name: string;
  readonly on: PlayedText['kind'];
  /** Held against the key of a text on GitHub, else against its title. */
  readonly find: RegExp;
  /** Most lines of it on the page. */
  readonly most?: number;
}

export const KINDS: readonly Kind[] = [
  { name: 'Tracking issue, its first screen', on: 'github', find: /\/tracking-issue$/, most: 34 },
  { name: 'Start of the cycle', on: 'github', find: /\/welcome$/ },
  { name: 'Task issue', on: 'github', find: /\/task\/(?!hand-over)/ },
  { name: 'Handoff task', on: 'github', find: /\/task\/hand-over/ },
  { name: 'Handoff at the end of the cycle', on: 'github', find: /\/hand-over$/ },
  { name: 'Weekly digest', on: 'github', find: /\/deadlines\/digest\./ },
  { name: 'Moved date, for teams', on: 'github', find: /\/deadlines\/.*\.moved/ },
  { name: 'Last notice of a gate', on: 'github', find: /\/deadlines\/(?!digest)[^/]*\.\d+[dw]$/ },
  { name: 'Moved date, for people with a role', on: 'github', find: /^[^/]+\/moved\// },
  { name: 'Question whether a team knows a date', on: 'github', find: /\/seen-ask\// },
  { name: 'No confirmation yet', on: 'github', find: /\/seen-rung\// },
  { name: 'Cherry-picks are closed', on: 'github', find: /\/cherry-picks\/closed\// },
  { name: 'Reply to a command', on: 'github', find: /\/command\/\d+\/reply$/ },
  { name: 'Message to approve', on: 'github', find: /\/preview\// },
  { name: 'Message that still needs approval', on: 'github', find: /\/reminded?\// },
  { name: 'Pull request that needs approval', on: 'github', find: /\/approval\// },
  { name: 'Failing-test issue', on: 'github', find: /\/case\/[^/]+\/[^/]+$/ },
  { name: 'Failing tests: no fix date yet', on: 'github', find: /\/ladder\// },
  { name: 'Failing tests: passing again', on: 'github', find: /\/green-\d+$/ },
  { name: 'Failing tests: failing again', on: 'github', find: /\/red-\d+$/ },
  { name: 'Failing tests: over', on: 'github', find: /\/closed-\d+$/ },
  { name: 'Activity log', on: 'github', find: /\/ledger$/, most: 14 },
  { name: 'All dates and contacts, pinned', on: 'slack', find: /: dates and contacts\./ },
  { name: 'Deadline ahead', on: 'slack', find: / is (?:in \d+ days|today|tomorrow), / },
  { name: 'Several deadlines ahead', on: 'slack', find: /deadlines ahead, the first/ },
  { name: 'Moved date', on: 'slack', find: / moved[ .]/ },
  { name: 'Announcement', on: 'slack', find: /: news from the release team/ },
  { name: 'Pull requests that need approval', on: 'slack', find: /need(?:s)? approval from/ },
  { name: 'Failing tests', on: 'slack', find: /failing tests? belongs? to/ },
  { name: 'Where the release stands', on: 'slack', find: /where the release stands/ },
  { name: 'The release is out', on: 'slack', find: / is out\./ },
  { name: 'All dates and contacts', on: 'email', find: /dates and contacts/ },
  { name: 'Deadline ahead', on: 'email', find: / is (?:in \d+ days|today|tomorrow), |deadlines ahead/ },
  { name: 'Embargo', on: 'email', find: /the embargo lifts/ },
  { name: 'Moved embargo', on: 'email', find: /: new date/ },
  { name: 'Announcement', on: 'email', find: /news from the release team/ },
  { name: 'Moved date', on: 'email', find: / moved/ },
];

/** Hidden data that people never see. */
const HIDDEN = /\/record\//;

export function kindOf(text: PlayedText): Kind | undefined {
  const words = text.kind === 'github' ? text.key : text.title;
  return KINDS.find(({ on, find }) => on === text.kind && find.test(words));
}

export function isHidden(text: PlayedText): boolean {
  return text.kind === 'github' && HIDDEN.test(text.key);
}
