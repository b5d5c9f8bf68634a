// The text of the pull request that proposes a first config.
import { CHECK_NAME } from '../domain/check-name.ts';
import type { Release } from '../domain/release.ts';
import { codeSpan, escapeMarkdown } from '../text/escape-markdown.ts';
import { keyOf, markerLine } from '../text/marker.ts';
import { andMore } from '../text/more-words.ts';
import { markdownTable } from '../text/table.ts';
import { dayWords } from '../text/words.ts';
import type { Draft } from './decide.ts';

/** Dates and tasks that the excerpt shows before the rest is counted. */
const [DATES, TASKS] = [8, 6];

export interface OnboardingText {
  readonly draft: Draft;
  /** The releases that the config resolves to. */
  readonly releases: readonly Release[];
  /** Markdown of the check: what merging does. */
  readonly preview: string;
  readonly path: string;
}

export const ONBOARDING_KEY = keyOf('relcomms', 'onboarding');

export function renderOnboarding({ draft, releases, preview, path }: OnboardingText): string {
  return [
    markerLine(ONBOARDING_KEY),
    `relcomms keeps a release on schedule: one tracking issue with its dates and its checklist, and reminders to the people who have a task. This pull request adds its config, ${codeSpan(path)}. Nothing else happens in this repository before you merge it.`,
    ...originsPart(draft),
    ...excerpt(releases[0]),
    `## What merging does\n\n${preview}`,
    `## Your answer

- **Yes:** merge this pull request.
- **Yes, with changes:** edit ${codeSpan(path)} on this branch; relcomms never overwrites it. The check ${codeSpan(CHECK_NAME)} then says what merging does.
- **No:** close this pull request. relcomms does not ask again, until you reopen it or give it another title.`,
  ].join('\n\n');
}

function originsPart({ origins }: Draft): string[] {
  if (origins.length === 0)
    return ['The config on this branch is from an earlier time, and was left as it was.'];
  const rows = origins.map(({ what, from }) => [escapeMarkdown(what), escapeMarkdown(from)]);
  return [`## What is in it\n\n${markdownTable(['In the config', 'Made from'], rows)}`];
}

/** What people will see first: the dates of the next release and its first tasks. */
function excerpt(release: Release | undefined): string[] {
  if (release === undefined) return [];
  const dates = release.milestones
    .slice(0, DATES)
    .map(({ title, day }) => [dayWords(day), escapeMarkdown(title)]);
  const tasks = release.tasks
    .slice(0, TASKS)
    .map(({ title, due }) => `- [ ] ${escapeMarkdown(title)} (${dayWords(due)})`);
  const left = release.tasks.length - tasks.length;
  return [
    `## The tracking issue of ${escapeMarkdown(release.version)}, in part`,
    markdownTable(['Date', 'Milestone'], dates),
    ...(tasks.length === 0
      ? []
      : [[...tasks, ...andMore(left, 'the check has all of them').map((more) => `- ${more}`)].join('\n')]),
  ];
}
