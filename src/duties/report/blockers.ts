// Tells which open issues and pull requests hold a release up, by their label.
import { type Day, dayAt } from '../../domain/day.ts';
import type { Blocker } from '../../domain/observed.ts';
import { type Release, isOver } from '../../domain/release.ts';
import type { Lack, Standing } from '../../domain/standing.ts';
import type { Duty, DutyAnswer, DutyInput } from '../duty.ts';
import { type NamedLabels, labelsToFind, missingLabels } from '../missing-labels.ts';
import { type ReportConfig, reportConfig } from './config.ts';
import { renderBlocker, renderOwners, render } from './render.ts';
import { rows } from './rows.ts';
import { permissions } from './permissions.ts';

type BlockerFact = 'blockers' | 'labels';

type Input = DutyInput<ReportConfig, BlockerFact>;

/** A duty of its own beside the report, so that a failed read of blockers does not take the report away. */
export const blockersDuty: Duty<ReportConfig, BlockerFact> = {
  name: 'blockers',
  section: 'report',
  title: 'Blockers',
  description: 'Open issues and pull requests that hold a release up.',
  config: reportConfig,
  needs: ['blockers', 'labels'],
  leansOn: ['tracking-issue'],
  wakesOn: ['issues', 'pull_request'],
  permissions,
  rows,
  marks: namedLabels,
  asks: ({ config, releases, now }) => {
    return releases.every((release) => isOver(release, now))
      ? { blockers: [], labels: [] }
      : { blockers: config.blockers, labels: labelsToFind(namedLabels(config)) };
  },
  desire: blockers,
};

function blockers(input: Input): DutyAnswer {
  const found = input.observed.blockers.map((blocker) => ({ blocker, release: releaseOf(blocker, input) }));
  return {
    desired: [],
    standing: found.flatMap(({ blocker, release }) =>
      release === undefined ? [] : [standingOf(blocker, release, input)],
    ),
    lacks: [
      ...unknownLabels(input),
      ...found.flatMap(({ blocker, release }) => (isStray(blocker, release) ? [strayLack(blocker)] : [])),
    ],
    skips: found.flatMap(({ blocker, release }) =>
      isStray(blocker, release)
        ? [{ duty: 'blockers', what: `#${blocker.number}`, why: render.noMilestone() }]
        : [],
    ),
  };
}

function unknownLabels({ config, releases, observed, now }: Input): Lack[] {
  // Labels of releases that are over were not looked for.
  if (releases.every((release) => isOver(release, now))) return [];
  return missingLabels(namedLabels(config), observed.labels);
}

function namedLabels({ blockers: names }: ReportConfig): NamedLabels[] {
  // By nothing else is a blocker known: without even the default label nobody can name one.
  return [{ key: 'report.blockers', names, byDefault: [], kinds: ['blocker'] }];
}

/** Whether nobody can tell which release it holds up. */
function isStray({ milestone }: Blocker, release: Release | undefined): boolean {
  return release === undefined && milestone === undefined;
}

function strayLack({ number }: Blocker): Lack {
  return {
    kinds: ['blocker'],
    why: `#${number} is a blocker without a GitHub milestone`,
    lost: 'nobody can tell which release it holds up',
    fix: 'Give it the GitHub milestone of its release.',
  };
}

/** That of its GitHub milestone. Without one it is clear only while one release runs alone. */
function releaseOf({ milestone }: Blocker, { releases, now }: Input): Release | undefined {
  const open = releases.filter((release) => !isOver(release, now));
  if (milestone !== undefined)
    return open.find(({ version }) => version.toLowerCase() === milestone.toLowerCase());
  const running = open.filter((release) => release.start <= today(release, now));
  const alone = running.length > 0 ? running : open;
  return alone.length === 1 ? alone[0] : undefined;
}

function standingOf(blocker: Blocker, release: Release, { teams }: Input): Standing {
  const { number, assignees, createdAt } = blocker;
  const names = assignees.map((login) => login.toLowerCase());
  const team = Object.entries(teams).find(
    ([, { lead }]) => lead !== undefined && names.includes(lead.toLowerCase()),
  );
  return {
    release: release.version,
    kind: 'blocker',
    key: `blocker/${number}`,
    severity: 'red',
    team: team?.[0],
    text: renderBlocker(blocker),
    owner: renderOwners(assignees),
    asks: assignees,
    since: createdAt,
  };
}

function today({ timezone }: Release, now: Input['now']): Day {
  return dayAt(now, timezone);
}
