// One issue for each candidate whose testers are silent: it asks them, then the lead of their team, then the release leads.
import { LEADING_ROLES } from '../../../commands/rights.ts';
import { type Day, dayAt } from '../../../domain/day.ts';
import type { Desired } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { addWorkingDays } from '../../../domain/working-days.ts';
import { uniqueNames } from '../../../people/names.ts';
import type { Candidate } from '../candidates.ts';
import type { ManualInput } from '../input.ts';
import type { TestState } from '../known.ts';
import { type LadderInput, isSilent, nextAsks } from './ladder.ts';
import { type Asked, readAsked, silenceKey, silencePrefix } from './memory.ts';
import { waitingOf } from './waiting.ts';
import { closeWishes, issueWishes } from './wishes.ts';

/** Logins who were asked today about any candidate: nobody is asked twice on a day. */
export type AskedToday = ReadonlySet<string>;

export function askedToday({ observed, now, releases }: ManualInput): AskedToday {
  return new Set(
    releases.flatMap((release) => {
      const today = dayAt(now, release.timezone);
      return observed.ownIssues
        .filter(({ key }) => key.startsWith(silencePrefix(release)))
        .flatMap((issue) => readAsked(issue).flatMap(({ login, day }) => (day === today ? [login] : [])));
    }),
  );
}

export interface Silence {
  readonly desired: readonly Desired[];
  readonly today: AskedToday;
}

/** Candidates that are tested now; issues of others are closed. What people closed stays closed, and asks nobody. */
export function silenceOf(
  release: Release,
  active: readonly Candidate[],
  state: TestState,
  today: AskedToday,
  input: ManualInput,
): Silence {
  const start: Silence = { desired: closeOthers(release, active, input), today };
  return active.reduce((before, { milestone }) => {
    const { desired, today: after } = candidateSilence(release, milestone, state, before.today, input);
    return { desired: [...before.desired, ...desired], today: after };
  }, start);
}

function closeOthers(release: Release, active: readonly Candidate[], input: ManualInput): Desired[] {
  const kept = active.map(({ milestone }) => silenceKey(release, milestone.id));
  return input.observed.ownIssues
    .filter(
      ({ key, state }) => state === 'open' && key.startsWith(silencePrefix(release)) && !kept.includes(key),
    )
    .flatMap((issue) => {
      const id = decodeURIComponent(issue.key.slice(silencePrefix(release).length));
      const milestone = release.milestones.find((one) => one.id === id);
      return closeWishes(issue, milestone?.title ?? id);
    });
}

function candidateSilence(
  release: Release,
  milestone: Milestone,
  state: TestState,
  today: AskedToday,
  input: ManualInput,
): Silence {
  const { remind } = input.config;
  const key = silenceKey(release, milestone.id);
  const issue = input.observed.ownIssues.find((one) => one.key === key);
  if (issue?.state === 'closed' || issue?.unsure !== undefined) return { desired: [], today };
  const waiting = waitingOf(release, milestone, state, input);
  if (remind === 'no' || waiting.length === 0)
    return { desired: issue === undefined ? [] : closeWishes(issue, milestone.title), today };
  const ladder = ladderOf(release, milestone, { waiting, remind, today, issue }, input);
  const before = issue === undefined ? [] : readAsked(issue);
  const asks = nextAsks(ladder);
  if (issue === undefined && asks.length === 0) return { desired: [], today };
  const fresh = asks.map((ask) => ({ ...ask, day: ladder.today }));
  const shown = waiting.filter((one) => ladder.asked.has(one.login) || isSilent(one, ladder));
  const desired = issueWishes({ release, milestone, issue, before, fresh, waiting: shown }, input);
  return { desired, today: new Set([...today, ...asks.map(({ login }) => login)]) };
}

interface Known {
  readonly waiting: LadderInput['waiting'];
  /** Working days. */
  readonly remind: number;
  readonly today: AskedToday;
  readonly issue: OwnIssue | undefined;
}

function ladderOf(
  release: Release,
  milestone: Milestone,
  { waiting, remind, today, issue }: Known,
  { now, source, teams, isQuiet }: ManualInput,
): LadderInput {
  const { holidays } = source.spec;
  const asked: readonly Asked[] = issue === undefined ? [] : readAsked(issue);
  return {
    today: dayAt(now, release.timezone),
    holidays,
    near: addWorkingDays(milestone.day, -remind, holidays),
    waiting,
    lead: new Map(
      Object.entries(teams).flatMap(([id, { lead }]) =>
        lead === undefined ? [] : [[id, lead.toLowerCase()]],
      ),
    ),
    releaseLeads: releaseLeads(release),
    asked: new Map(asked.map(({ login, day }): [string, Day] => [login, day])),
    canAsk: (login) => !today.has(login) && !isQuiet(login, release.version),
  };
}

function releaseLeads({ roles }: Release): string[] {
  return uniqueNames(LEADING_ROLES.flatMap((role) => roles[role] ?? [])).map((login) => login.toLowerCase());
}

/** Whom an issue that is there already could be assigned to: GitHub is asked who of them may be. */
export function mayBeAsked(
  releases: readonly Release[],
  { teams, config }: Pick<ManualInput, 'teams' | 'config'>,
): string[] {
  if (config.remind === 'no' || releases.length === 0) return [];
  const people = Object.values(teams).flatMap(({ lead, people: listed = [] }) => [
    ...listed,
    ...(lead === undefined ? [] : [lead]),
  ]);
  return uniqueNames([...people, ...releases.flatMap(releaseLeads)]).map((login) => login.toLowerCase());
}
