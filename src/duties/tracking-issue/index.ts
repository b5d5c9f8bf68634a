// Keeps one tracking issue per release: its checklist, dates, people, tasks and state.
import { dayAt } from '../../domain/day.ts';
import type { Desired, DesiredIssue, Skip } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import type { Duty, DutyInput } from '../duty.ts';
import { assigneesFor, toAssign } from './assignees.ts';
import { bodyFor } from './body.ts';
import { commandEffects } from './commands.ts';
import { type TrackingIssueConfig, trackingIssueConfig } from './config.ts';
import { type Doneness, doneness } from './done.ts';
import { labelColor, render } from './render.ts';
import { renderState } from './render-status.ts';
import { daysOf, desiredForSlips, duesOf, movedTasks, slipsOf } from './slips.ts';
import { entryKey, issueKey, opensOn, stageOf } from './stage.ts';
import { type TaskIssues, holdersOf, taskIssues } from './task-issues.ts';

type Needs = 'ownIssues' | 'githubMilestones' | 'labels' | 'assignable' | 'pins' | 'commands';
export type Input = DutyInput<TrackingIssueConfig, Needs>;

export const trackingIssue: Duty<TrackingIssueConfig, Needs> = {
  name: 'tracking-issue',
  title: 'Tracking issue',
  description:
    'One issue per release with its dates and its checklist, kept true until the last week is over.',
  config: trackingIssueConfig,
  needs: ['ownIssues', 'githubMilestones', 'labels', 'assignable', 'pins', 'commands'],
  wakesOn: ['issues', 'issue_comment', 'milestone', 'push', 'installation', 'installation_repositories'],
  asks: (context) => {
    const running = context.releases.filter((release) => stageOf(release, context) === 'open');
    const labels = context.config.tasks === 'none' ? [] : running.flatMap((release) => taskLabels(release));
    const people = running.flatMap((release) => [
      ...toAssign(release, context).map(({ login }) => login),
      ...holdersOf(release, context),
    ]);
    return {
      issues: running.map(issueKey),
      labels: running.length > 0 ? [...new Set([...context.config.labels, ...labels])] : [],
      milestones: context.config.milestone ? running.map((release) => release.version) : [],
      logins: [...new Set(people)],
    };
  },
  desire: (input) => {
    const answers = input.releases.map((release) => desireFor(release, input));
    return {
      desired: answers.flatMap((answer) => answer.desired),
      skips: answers.flatMap((answer) => answer.skips),
    };
  },
};

interface Answer {
  readonly desired: readonly Desired[];
  readonly skips: readonly Skip[];
}

function desireFor(release: Release, input: Input): Answer {
  const stage = stageOf(release, input);
  const found = input.observed.ownIssues.find((issue) => issue.key === issueKey(release));
  if (stage === 'before') return skip(release, render.notYet(opensOn(release, input.config)));
  if (found === undefined)
    return stage === 'open' ? keepOpen(release, undefined, input) : skip(release, render.over());
  if (found.state === 'closed') {
    return skip(release, stage === 'open' ? render.closedByHand(found.number) : render.finished());
  }
  return stage === 'open' ? keepOpen(release, found, input) : finish(release, found, input);
}

/** The issue while its cycle runs. */
function keepOpen(release: Release, found: OwnIssue | undefined, input: Input): Answer {
  const { config, now, observed } = input;
  const { done } = doneness(release, found, observed.ownIssues);
  const said = commandEffects({
    release,
    context: input,
    issues: observed.ownIssues,
    comments: observed.commands,
    done,
    status: () => renderState({ release, now, today: dayAt(now, release.timezone), done }),
  });
  const state = doneness(release, found, observed.ownIssues, said.done);
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
  const slipped = desiredForSlips(release, slips, movedTasks(release, found, state.done), input);
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
    whyBody: render.whyBody(release, dayAt(now, release.timezone)),
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
      stateFor(release, state, tasks),
    ],
    skips: [...tasks.skips, ...(noPinLeft ? [skipped(release, render.noPinLeft())] : [])],
  };
}

/** The issue after its last week: a summary, then closed, once. People who reopen it keep it open. */
function finish(release: Release, found: OwnIssue, input: Input): Answer {
  if (hasEntry(found, entryKey(release, 'closed'))) return skip(release, render.reopenedByHand(found.number));
  const { done } = doneness(release, found, input.observed.ownIssues);
  const body = bodyFor({
    release,
    now: input.now,
    today: release.end,
    done,
    ticks: new Map(),
    links: new Map(),
    history: found.ledger?.entries ?? [],
    quiet: input.quiet,
    current: found.body,
    closed: true,
  });
  if (body === undefined) return skip(release, render.noRoom());
  const issue: DesiredIssue = {
    ...issueBase(release, found, input),
    body,
    labels: [],
    assignees: [],
    milestone: undefined,
    pin: false,
    state: 'closed',
    whyBody: render.whySummary(),
    whyClosed: render.whyClosed(release),
  };
  return { desired: [issue, entry(release, 'closed', input, render.closedEntry(release, done))], skips: [] };
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
    quiet: input.quiet,
    current: found?.body ?? '',
  });
}

function issueBase(release: Release, found: OwnIssue | undefined, { config }: Input) {
  return {
    kind: 'issue' as const,
    key: issueKey(release),
    title: found?.title ?? render.title(release),
    labels: config.labels,
    milestone: config.milestone ? release.version : undefined,
    why: render.whyOpen(release),
  };
}

/** What the next run has to know to tell what people have changed since. */
function stateFor(release: Release, { done }: Doneness, { assigned, below }: TaskIssues): Desired {
  const state = {
    done: [...done].toSorted(),
    days: daysOf(release),
    due: duesOf(release),
    assigned: assigned.toSorted(),
    below: below.toSorted(),
  };
  return { kind: 'state', issue: issueKey(release), state, why: render.whyState() };
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
    issue: issueKey(release),
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
