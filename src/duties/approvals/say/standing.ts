// What of the pull requests stands before a milestone: approvals that are missing, and cherry-picks that nobody merges.
import { dayAt } from '../../../domain/day.ts';
import { branchesOf } from '../../../domain/release-line.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import type { Standing } from '../../../domain/standing.ts';
import type { ApprovalsInput } from '../input.ts';
import { cherryPickOf } from '../../../picks/cherry-pick.ts';
import { renderAsk, renderStanding, renderUnpicked } from './render-standing.ts';
import { namedByDigest } from '../remind/by-digest.ts';
import { memoryOf } from '../remind/memory.ts';
import { openSources } from '../judge/strays.ts';
import { teamsOf } from '../judge/teams.ts';
import { type Unpicked, picksOf } from '../judge/unpicked.ts';
import type { Judged } from '../judge/verdict.ts';

/** Of all releases that run, by number of the pull request. */
export function standingOf(judged: readonly Judged[], input: ApprovalsInput): Standing[] {
  const ofPulls = judged.flatMap((one) => {
    const { release, deadline } = one;
    if (release === undefined || deadline === undefined) return [];
    return oneStanding(one, release, deadline, input);
  });
  // The window for cherry-picks names them itself, with more of them.
  if (input.told?.pickWindow === true) return ofPulls;
  return [...ofPulls, ...picksOf(input).lacking.map((one) => lackOf(one, input))];
}

/** A fix that the release branch lacks. */
function lackOf(one: Unpicked, input: ApprovalsInput): Standing {
  const { fix, release, deadline } = one;
  return {
    release: release.version,
    kind: 'cherry-pick',
    key: `fix/${fix.number}`,
    severity: isLastDay(deadline, input) ? 'red' : 'amber',
    milestone: deadline.id,
    ...renderUnpicked(one),
    asks: [fix.author.login],
    since: fix.mergedAt,
  };
}

function oneStanding(one: Judged, release: Release, deadline: Milestone, input: ApprovalsInput): Standing[] {
  const kind = kindOf(one, release, input);
  if (kind === undefined) return [];
  const [team] = teamsOf(one, input);
  return [
    {
      release: release.version,
      kind,
      key: `pull/${one.pull.number}`,
      severity: isLastDay(deadline, input) ? 'red' : 'amber',
      milestone: deadline.id,
      team,
      ...renderStanding(one, input.told?.pickWindow === true ? [] : openSources(one, input)),
      asks: asksOf(one),
      reminder: reminderOf(one, deadline, input),
      since: one.pull.createdAt,
    },
  ];
}

function reminderOf(one: Judged, deadline: Milestone, input: ApprovalsInput): Standing['reminder'] {
  const names = namedByDigest(one, memoryOf(input.observed.pulls), input);
  return names.length === 0 ? undefined : { names, text: renderAsk(one.pull, deadline) };
}

/** Who has to act: approvers, else the author. Where nobody is asked, the team has to. */
function asksOf({ verdict, pull }: Judged): readonly string[] | undefined {
  if (verdict.kind === 'nobody') return undefined;
  return verdict.kind === 'waiting' ? verdict.pending.asks.map(({ name }) => name) : [pull.author.login];
}

/** What could not be read counts as waiting: it is not known to be approved. */
function kindOf(one: Judged, release: Release, input: ApprovalsInput): Standing['kind'] | undefined {
  switch (one.verdict.kind) {
    case 'waiting':
    case 'nobody':
    case 'with-author':
    case 'unknown':
      return 'approval';
    case 'approved':
      return isPick(one, release, input) ? 'cherry-pick' : undefined;
    case 'gone':
    case 'unrelated':
    case 'left':
      return undefined;
  }
}

/** Approved is not picked: until it is merged the fix is not on the release branch. */
function isPick({ pull }: Judged, release: Release, { config, observed }: ApprovalsInput): boolean {
  return (
    branchesOf(release).includes(pull.base) ||
    cherryPickOf(pull, config, observed.fixes.repository) !== undefined
  );
}

/** From the day of the deadline on it holds the milestone up. */
function isLastDay({ day, zone }: Milestone, { now }: ApprovalsInput): boolean {
  return dayAt(now, zone) >= day;
}
