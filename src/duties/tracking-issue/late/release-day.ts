// Notices a release that is not out after its day, and tells those who lead it once.
import { LEADING_ROLES } from '../../../commands/rights.ts';
import { dayAt } from '../../../domain/day.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { type ReleaseLine, linesOf } from '../../../domain/release-line.ts';
import { type Release, isRunning } from '../../../domain/release.ts';
import { readTicks } from '../../../body/ticks.ts';
import { withdrawalOf } from '../../../memory/withdrawn.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { uniqueNames } from '../../../people/names.ts';
import { keyOf } from '../../../text/marker.ts';
import type { Duty, DutyAnswer, DutyInput } from '../../duty.ts';
import { type TrackingIssueConfig, trackingIssueConfig } from '../config.ts';
import { type Late, render } from './render.ts';
import { rows } from './rows.ts';

type Input = DutyInput<TrackingIssueConfig, 'ownIssues' | 'publications'>;

const DUTY = 'release-day';

/**
 * Only for releases with a branch: those are cut in this repository. The communication of a release may lie in another
 * one than its tags, and would be told of as late for ever.
 */
export const releaseDayDuty: Duty<TrackingIssueConfig, 'ownIssues' | 'publications'> = {
  name: DUTY,
  section: 'tracking-issue',
  title: 'Release day',
  description:
    'Notifies the release leads once when release day has passed without a tag and a GitHub release.',
  config: trackingIssueConfig,
  needs: ['ownIssues', 'publications'],
  wakesOn: ['release', 'create'],
  rows,
  asks: ({ releases, now }) => {
    const due = releases.filter((release) => isDue(release, now));
    return {
      ownIssues: { keys: due.map(trackingKey) },
      publications: due.flatMap((release) => made(release).map(({ version }) => version)),
    };
  },
  desire: (input) => {
    const answers = input.releases
      .filter((release) => isDue(release, input.now))
      .flatMap((release) => answerFor(release, input));
    return {
      desired: answers.flatMap(({ desired }) => desired),
      skips: [],
      standing: answers.flatMap(({ standing }) => standing ?? []),
    };
  },
};

/** Until the end of the cycle, from the end of release day in its zone on. */
function isDue(release: Release, now: Input['now']): boolean {
  const day = release.milestones.find(({ id }) => id === 'release');
  return made(release).length > 0 && day !== undefined && day.deadline <= now && isRunning(release, now);
}

function answerFor(release: Release, input: Input): DutyAnswer[] {
  const tracking = input.observed.ownIssues.find(({ key }) => key === trackingKey(release));
  const missing = missingOf(release, input);
  if (tracking?.state !== 'open' || missing.length === 0) return [];
  // Nobody is asked to publish what was taken back.
  if (withdrawalOf(release, tracking) !== undefined) return [];
  const late = lateOf(release, tracking, missing, input);
  return [
    { desired: wasBefore(release, tracking) ? told(late) : [], skips: [], standing: [standingOf(late)] },
  ];
}

/** What is made in this repository: a line of a train without a branch is not. */
function made(release: Release): ReleaseLine[] {
  return linesOf(release).filter(({ branch }) => branch !== undefined);
}

/** A train is out when all its lines are. */
function missingOf(release: Release, { observed: { publications } }: Input): Late['missing'] {
  return made(release).flatMap(({ version }) => {
    const out = publications.find((one) => one.version === version);
    return out?.missing === undefined ? [] : [{ version, what: out.missing }];
  });
}

/** Whoever starts with a release that is past knows of it. */
function wasBefore({ timezone, release }: Release, { createdAt }: OwnIssue): boolean {
  return dayAt(createdAt, timezone) <= release;
}

function lateOf(release: Release, tracking: OwnIssue, missing: Late['missing'], input: Input): Late {
  const ticks = readTicks(tracking.body);
  const leads = LEADING_ROLES.flatMap((role) => release.roles[role] ?? []);
  return {
    release,
    missing,
    people: uniqueNames(leads),
    tasks: release.tasks.filter(
      ({ id, due, doneBy }) => doneBy === undefined && due >= release.release && ticks.get(id) !== true,
    ).length,
    audiences: input.told?.announces ?? [],
  };
}

/** Once for each day: a day that moves and passes again is told again. */
function told(late: Late): DutyAnswer['desired'] {
  const { release } = late;
  const issue = trackingKey(release);
  const key = keyOf(release.version, 'late', release.release);
  const why = render.why(release);
  return [
    { kind: 'comment', issue, key, entry: key, body: render.late(late), isFirst: true, why },
    { kind: 'entry', issue, key, day: release.release, text: render.entry(late), why },
  ];
}

function standingOf(late: Late) {
  const { version } = late.release;
  return {
    release: version,
    kind: 'late-release',
    key: 'late-release',
    severity: 'red' as const,
    milestone: 'release',
    text: render.standing(late),
    owner: late.people.join(', '),
    asks: late.people,
  };
}
