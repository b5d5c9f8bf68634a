// Decides whether a repository is asked for a first config, and which: purely, from one look.
import { type Day, addDays, daysBetween, mondayOf } from '../domain/day.ts';
import { type FirstConfig, firstConfigText } from './config-text.ts';
import { guessPeople } from './guess-people.ts';
import { RELEASE_WEEK, guessReleases } from './guess-releases.ts';
import { guessTasks } from './guess-tasks.ts';
import { ONBOARDING_TITLE, type Seen } from '../domain/onboarding.ts';
import { notes } from './notes.ts';

/** What is known beside the repository itself. */
export interface Asked {
  readonly today: Day;
  /** Path of the config. */
  readonly path: string;
  /** Numbers of open pull requests that add a config. */
  readonly proposals: readonly number[];
  /** Who installed the App or started the Action; absent: nobody knows. */
  readonly by: string | undefined;
  /** Slug of the App, where the config has to name it. */
  readonly app: string | undefined;
  /** A maintainer asks for it, so an earlier "no" no longer counts. */
  readonly isAsked: boolean;
  /** Permissions that are needed and were not given: `contents: write`. */
  readonly lacks: readonly string[];
}

/** What is in the config, and what it was made from. */
export interface Origin {
  readonly what: string;
  readonly from: string;
}

/** A config that may be proposed. */
export interface Draft {
  readonly text: string;
  /** Outside text is not escaped yet. */
  readonly origins: readonly Origin[];
}

export type Decision =
  /** The best first; one that has mistakes gives way to the next. */
  | { readonly drafts: readonly Draft[] }
  /** `open`: the pull request that is there already. */
  | { readonly why: string; readonly open?: number; readonly isLacking?: true };

/** Most weeks before its first one in which the issue opens at once, so that the merge shows something. */
const SOON = 4;

export function decideOnboarding(seen: Seen, asked: Asked): Decision {
  const reason = unfit(seen, asked) ?? answered(seen, asked);
  if (reason !== undefined) return reason;
  if (asked.lacks.length > 0) return { why: notes.lacks(asked.lacks), isLacking: true };
  return { drafts: seen.kept === undefined ? draftsOf(seen, asked) : [{ text: seen.kept, origins: [] }] };
}

/** Why this repository is never asked, as it is. */
function unfit(seen: Seen, { path }: Asked): { readonly why: string } | undefined {
  const { isArchived, isFork, isEmpty, hasIssues, defaultBranch, elsewhere } = seen;
  if (isArchived) return { why: notes.archived() };
  if (isFork) return { why: notes.fork() };
  if (isEmpty) return { why: notes.empty() };
  if (defaultBranch === undefined) return { why: notes.noBranch() };
  if (!hasIssues) return { why: notes.noIssues() };
  return elsewhere.length === 0 ? undefined : { why: notes.elsewhere(elsewhere, path) };
}

/** The answer that people gave, or have yet to give. */
function answered(
  { pulls }: Seen,
  { proposals, isAsked }: Asked,
): { readonly why: string; readonly open?: number } | undefined {
  const open = pulls.find(({ state }) => state === 'open');
  if (open !== undefined) return { why: notes.open(open.number), open: open.number };
  const [proposal] = proposals;
  if (proposal !== undefined) return { why: notes.proposed(proposal) };
  if (isAsked) return undefined;
  const ended = pulls.find(({ state, title }) => state === 'merged' || title === ONBOARDING_TITLE);
  if (ended === undefined) return undefined;
  return { why: ended.state === 'merged' ? notes.removed(ended.number) : notes.closed(ended.number) };
}

function draftsOf(seen: Seen, { today, by, app }: Asked): Draft[] {
  const releases = guessReleases(seen, today);
  const { lead, teams } = guessPeople(seen, by);
  const tasks = guessTasks(seen);
  const [first] = releases.value;
  if (first === undefined) return [];
  const start = addDays(mondayOf(first.day), -7 * (RELEASE_WEEK - 1));
  const weeks = Math.ceil(daysBetween(today, start) / 7);
  const whole: FirstConfig = {
    app,
    lead: lead?.value,
    teams: teams?.value ?? [],
    releases: releases.value,
    openBefore: weeks > 0 && weeks <= SOON ? weeks : 0,
    tasks: tasks?.value.titles ?? [],
  };
  const origins = (config: FirstConfig): Origin[] => [
    ...config.releases.map(({ version, day }) => ({
      what: notes.release(version, day),
      from: releases.from,
    })),
    ...config.releases.flatMap(({ branch }) =>
      branch === undefined ? [] : [{ what: notes.branch(branch.value), from: branch.from }],
    ),
    { what: notes.lead(lead?.value), from: lead?.from ?? notes.nobody() },
    ...(teams === undefined ? [] : [{ what: notes.teams(config.teams), from: teams.from }]),
    config.tasks.length > 0 && tasks !== undefined
      ? { what: notes.tasks(config.tasks.length), from: notes.lines(tasks.from, tasks.value.left) }
      : { what: notes.preset(), from: notes.noChecklist() },
    { what: notes.zone(), from: notes.noZone() },
  ];
  const plain = { ...first, branch: undefined };
  const tries = [whole, { ...whole, releases: [first] }, { ...whole, releases: [plain], tasks: [] }];
  return tries.flatMap((config) => {
    const text = firstConfigText(config);
    return text === undefined ? [] : [{ text, origins: origins(config) }];
  });
}
