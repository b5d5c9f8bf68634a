// Keeps one tracking issue per release: its checklist, dates, people, tasks and state.
import { dayAt } from '../../domain/day.ts';
import type { Desired, DesiredIssue, Skip } from '../../domain/desired.ts';
import type { LedgerState, OwnIssue } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import type { Duty, DutyAnswer as Answer } from '../duty.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { assigneesFor, toAssign } from './assignees.ts';
import { bodyFor } from './body/body.ts';
import { cast } from './cast.ts';
import { releaseCommands } from './answer/commands.ts';
import { hearCommands } from './answer/hear.ts';
import { RELEASE_PLACE } from './answer/place.ts';
import { type TrackingIssueConfig, trackingIssueConfig } from './config.ts';
import { type Doneness, doneness } from './tasks/done.ts';
import { endAlarm } from './finish/end-alarm.ts';
import { finish } from './finish/finish.ts';
import { lateTasks } from './tasks/late-tasks.ts';
import { mutedState } from './tasks/muted-state.ts';
import { renderAudit } from './answer/render-audit.ts';
import { labelColor, render } from './render.ts';
import { renderState } from './body/render-status.ts';
import { daysOf, desiredForSlips, duesOf, movedTasks, slipsOf } from './slips/slips.ts';
import { entryKey, opensOn, stageOf } from './stage.ts';
import { type TaskMemory, taskMemory } from './tasks/task-memory.ts';
import { type TaskIssues, holdersOf, taskIssues } from './tasks/task-issues.ts';
import type { Input, Needs } from './input.ts';
import { rows } from './rows.ts';
import { permissions } from './permissions.ts';

export const trackingIssue: Duty<TrackingIssueConfig, Needs> = {
  name: 'tracking-issue',
  title: 'Tracking issue',
  description:
    'One issue per release with its dates and its checklist, kept true until the last week is over.',
  config: trackingIssueConfig,
  needs: ['ownIssues', 'githubMilestones', 'labels', 'assignable', 'pins', 'commands'],
  wakesOn: ['issues', 'issue_comment', 'milestone', 'push', 'installation', 'installation_repositories'],
  permissions,
  rows,
  cast,
  panes: [{ id: 'issue', title: 'Tracking issue' }],
  places: [RELEASE_PLACE],
  commands: releaseCommands,
  asks: (context) => {
    const running = context.releases.filter((release) => stageOf(release, context) === 'open');
    const labels = context.config.tasks === 'none' ? [] : running.flatMap((release) => taskLabels(release));
    const people = running.flatMap((release) => [
      ...toAssign(release, context).map(({ login }) => login),
      ...holdersOf(release, context),
    ]);
    const teams = running.flatMap((release) => Object.values(release.roleTeams ?? {}).flat());
    return {
      ownIssues: { keys: running.map(trackingKey) },
      labels: running.length > 0 ? [...new Set([...context.config.labels, ...labels])] : [],
      githubMilestones: context.config.milestone ? running.map((release) => release.version) : [],
      assignable: [...new Set(people)],
      commands: [...new Set([...teams, ...running.flatMap(({ roles }) => Object.values(roles).flat())])],
    };
  },
  desire: (input) => {
    const answers = input.releases.map((release) => desireFor(release, input));
    return {
      desired: [...answers.flatMap((answer) => answer.desired), ...endAlarm(input)],
      skips: answers.flatMap((answer) => answer.skips),
      standing: answers.flatMap((answer) => answer.standing ?? []),
      refusals: answers.flatMap((answer) => answer.refusals ?? []),
    };
  },
};

function desireFor(release: Release, input: Input): Answer {
  const stage = stageOf(release, input);
  const found = input.observed.ownIssues.find((issue) => issue.key === trackingKey(release));
  if (stage === 'before') return skip(release, render.notYet(opensOn(release, input.config)));
  if (found === undefined)
    return stage === 'open' ? keepOpen(release, undefined, input) : skip(release, render.over());
  if (stage === 'over') {
    const answer = finish(release, found, input);
    return 'skip' in answer ? skip(release, answer.skip) : { desired: answer.desired, skips: [] };
  }
  if (found.state === 'closed') return skip(release, render.closedByHand(found.number));
  return keepOpen(release, found, input);
}

/** The issue while its cycle runs. */
function keepOpen(release: Release, found: OwnIssue | undefined, input: Input): Answer {
  const { config, now, observed } = input;
  const today = dayAt(now, release.timezone);
  const { done } = doneness(release, found, observed.ownIssues);
  const late = (doneNow: ReadonlySet<string>) => lateTasks(release, doneNow, observed.ownIssues, now);
  const said = hearCommands({
    release,
    context: input,
    issues: observed.ownIssues,
    comments: observed.commands,
    refusals: input.refusals ?? [],
    state: {
      done,
      status: (doneNow) => renderState({ release, now, today, done: doneNow }),
      audit: (doneNow) => renderAudit(release, input, late(doneNow)),
    },
  });
  const state = doneness(release, found, observed.ownIssues, said.done);
  const memory = taskMemory(found?.ledger?.state, state.done, said, today);
  const slips = slipsOf(release, found);
  const tasks = taskIssues({
    release,
    context: input,
    issues: observed.ownIssues,
    done: state.done,
    assignable: observed.assignable,
    assigned: found?.ledger?.state?.assigned ?? [],
    below: found?.ledger?.state?.below ?? [],
    told: found?.ledger?.state?.due ?? {},
    asked: said.assign,
  });
  const slipped = desiredForSlips(release, found, slips, movedTasks(release, found, state.done), input);
  const body = bodyOf(release, found, input, state, tasks, slipped);
  if (body === undefined) return skip(release, render.noRoom());
  const assignees = assigneesFor(release, found, input);
  const pin = config.pin && !hasEntry(found, entryKey(release, 'opened'));
  const noPinLeft = pin && observed.pins.length >= 3;
  const issue: DesiredIssue = {
    ...issueBase(release, found, input),
    body,
    assignees: assignees.filter((person) => person.assignable),
    pin: pin && !noPinLeft,
    state: 'open',
    whyBody: render.whyBody(release, today),
  };
  return {
    desired: [
      ...labelsFor(config),
      ...(config.milestone ? [milestoneFor(release)] : []),
      issue,
      ...tasks.desired,
      entry(release, 'opened', input, render.openedEntry(release)),
      ...assignees.map((person) => entry(release, person.name, input, person.text)),
      ...slipped,
      ...said.desired,
      stateFor(release, state, tasks, { ...memory, ...mutedState(input.mutedIn(release.version)) }),
    ],
    skips: [...tasks.skips, ...(noPinLeft ? [skipped(release, render.noPinLeft())] : [])],
    // What was due before the issue was there is caught up with quietly.
    standing: found === undefined ? [] : late(state.done),
    refusals: said.refusals,
  };
}

function bodyOf(
  release: Release,
  found: OwnIssue | undefined,
  input: Input,
  state: Doneness,
  tasks: TaskIssues,
  slipped: readonly Desired[],
) {
  const written = found?.ledger?.entries ?? [];
  const fresh = slipped
    .filter((desired) => desired.kind === 'entry')
    .filter(({ key }) => written.every((line) => line.key !== key));
  return bodyFor({
    release,
    now: input.now,
    today: dayAt(input.now, release.timezone),
    done: state.done,
    ticks: state.ticks,
    links: tasks.links,
    history: [...written, ...fresh],
    isQuiet: (login) => input.isQuiet(login, release.version),
    current: found?.body ?? '',
  });
}

function issueBase(release: Release, found: OwnIssue | undefined, { config }: Input) {
  return {
    kind: 'issue' as const,
    key: trackingKey(release),
    title: found?.title ?? render.title(release),
    labels: config.labels,
    milestone: config.milestone ? release.version : undefined,
    why: render.whyOpen(release),
  };
}

/** What the next run has to know to tell what people have changed since. */
function stateFor(
  release: Release,
  { done }: Doneness,
  { assigned, below }: TaskIssues,
  memory: TaskMemory & Pick<LedgerState, 'muted'>,
): Desired {
  const state = {
    done: [...done].toSorted(),
    days: daysOf(release),
    due: duesOf(release),
    assigned: assigned.toSorted(),
    below: below.toSorted(),
    ...memory,
  };
  return { kind: 'state', issue: trackingKey(release), state, why: render.whyState() };
}

function taskLabels(release: Release): string[] {
  const { tasks, weeks } = release;
  return [
    ...tasks.flatMap((task) => [...task.labels, ...(task.role === undefined ? [] : [`role/${task.role}`])]),
    ...weeks.map((week) => `week/${week.number}`),
  ];
}

function labelsFor(config: TrackingIssueConfig): Desired[] {
  return config.labels.map((name) => ({
    kind: 'label',
    name,
    color: labelColor(name),
    description: render.labelDescription(),
    why: render.whyLabel(),
  }));
}

function milestoneFor(release: Release): Desired {
  return {
    kind: 'milestone',
    title: release.version,
    description: render.milestoneDescription(release),
    dueOn: release.release,
    why: render.whyMilestone(release),
  };
}

function entry(release: Release, name: string, { now }: Input, text: string): Desired {
  const day = dayAt(now, release.timezone);
  return {
    kind: 'entry',
    issue: trackingKey(release),
    key: entryKey(release, name),
    day,
    text,
    why: render.whyLedger(),
  };
}

function hasEntry(found: OwnIssue | undefined, key: string): boolean {
  return found?.ledger?.entries.some((candidate) => candidate.key === key) === true;
}

function skip(release: Release, why: string): Answer {
  return { desired: [], skips: [skipped(release, why)] };
}

function skipped(release: Release, why: string): Skip {
  return { duty: trackingIssue.name, what: render.title(release), why };
}
