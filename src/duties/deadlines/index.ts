// Tells of milestones in time, asks once about late tasks, and says what stands in the way of the next milestone.
import { dayAt } from '../../domain/day.ts';
import type { Desired, DesiredEntry, Skip } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { type Release, isOver } from '../../domain/release.ts';
import { workingDaysBetween } from '../../schedule/working-days.ts';
import type { Duty, DutyAnswer } from '../duty.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { type DeadlinesConfig, deadlinesConfig, references } from './config.ts';
import { DUTY, type DeadlinesInput, trackingOf } from './input.ts';
import { type Notices, noticesFor } from './notices.ts';
import { type Mentions, type Nudge, mentionsToday, nudgesFor } from './nudges.ts';
import { render } from './render.ts';
import { renderNotices } from './render-notice.ts';
import { isRaised } from './stage.ts';
import { standingFor } from './standing.ts';
import { type OpenTasks, openTasks } from './tasks.ts';
import { BEGUN, noticeKey } from './told.ts';
import { rows } from './rows.ts';

export const deadlinesDuty: Duty<DeadlinesConfig, 'ownIssues'> = {
  name: DUTY,
  title: 'Deadlines',
  description: 'A notice in the tracking issue before each milestone, and a word about tasks that are late.',
  config: deadlinesConfig,
  references,
  needs: ['ownIssues'],
  leansOn: ['tracking-issue'],
  wakesOn: ['issues', 'issue_comment', 'push'],
  rows,
  asks: () => ({}),
  desire: (input) => {
    const open = input.releases.flatMap((release) => {
      const tracking = trackingOf(release, input);
      return tracking === undefined || isOver(release, input.now) ? [] : [{ release, tracking }];
    });
    const mentions = mentionsToday(open, input);
    const answers = open.map(({ release, tracking }) => answerFor(release, tracking, mentions, input));
    return {
      desired: answers.flatMap(({ desired }) => desired),
      skips: answers.flatMap(({ skips }) => skips),
      standing: answers.flatMap(({ standing }) => standing ?? []),
    };
  },
};

function answerFor(
  release: Release,
  tracking: OwnIssue,
  mentions: Mentions,
  input: DeadlinesInput,
): DutyAnswer {
  const tasks: OpenTasks = openTasks(release, tracking, input);
  const notices = noticesFor(release, tracking, input);
  const nudges = nudgesFor(release, tracking, tasks.overdue, mentions, input);
  const raised = release.milestones.filter((milestone) => isRaised(milestone, release, input.config));
  return {
    desired: [
      ...desiredNotices(release, notices, input),
      ...nudges.now.flatMap((nudge) => desiredNudge(release, nudge, input)),
    ],
    skips: [
      ...raised.map((milestone) => skip(release, render.raised(milestone))),
      ...(nudges.held.length > 0 ? [skip(release, render.held(nudges.held.length))] : []),
    ],
    standing: standingFor(release, tasks, input),
  };
}

/** One comment with its line in the log, and a line for what the tracking issue says itself. */
function desiredNotices(
  release: Release,
  { told, known, begins }: Notices,
  input: DeadlinesInput,
): Desired[] {
  const key = noticeKey(
    release,
    told.flatMap(({ names }) => names),
  );
  const body = renderNotices({
    release,
    notices: told,
    today: dayAt(input.now, release.timezone),
    isQuiet: (login) => input.isQuiet(login, release.version),
  });
  const comment: Desired = {
    kind: 'comment',
    issue: trackingKey(release),
    key,
    entry: key,
    body,
    why: render.whyNotice(),
  };
  const names = [...(begins ? [BEGUN] : []), ...known.flatMap((notice) => notice.names)];
  return [
    ...(told.length === 0 ? [] : [comment, entry(release, key, render.toldEntry(told), input)]),
    ...(names.length === 0
      ? []
      : [entry(release, noticeKey(release, names), render.knownEntry(known, begins), input)]),
  ];
}

function desiredNudge(release: Release, nudge: Nudge, input: DeadlinesInput): Desired[] {
  const today = dayAt(input.now, release.timezone);
  const late = workingDaysBetween(nudge.task.due, today, input.source.spec.holidays);
  return [
    {
      kind: 'comment',
      issue: nudge.issue.key,
      key: nudge.key,
      entry: nudge.key,
      body: render.nudge(nudge, late),
      why: render.whyNudge(),
    },
    entry(release, nudge.key, render.nudgeEntry(nudge), input),
  ];
}

function entry(release: Release, key: string, text: string, { now }: DeadlinesInput): DesiredEntry {
  const day = dayAt(now, release.timezone);
  return { kind: 'entry', issue: trackingKey(release), key, day, text, why: render.whyLedger() };
}

function skip(release: Release, why: string): Skip {
  return { duty: DUTY, what: render.what(release), why };
}
