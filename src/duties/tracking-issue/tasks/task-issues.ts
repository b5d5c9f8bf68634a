// Makes near tasks issues of their own, sub-issues of the tracking issue, and keeps their state.
import { dayAt } from '../../../domain/day.ts';
import type { Desired, DesiredIssue, Skip } from '../../../domain/desired.ts';
import type { BodyDocument } from '../../../domain/issue-body.ts';
import type { LedgerState, OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import type { DutyContext } from '../../duty.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import type { TrackingIssueConfig } from '../config.ts';
import { renderTask, renderTaskTitle, taskTitles } from './render-task.ts';
import { labelColor, render } from '../render.ts';
import { besideIn } from './beside.ts';
import { blockedState, dependenciesOf } from './dependencies.ts';
import { type AllSteps, type Steps, allSteps, stepsPart } from './steps.ts';
import { type LateOffer, isPast, isTheirTurn, lateOffer } from './late-start.ts';
import type { TaskIssueInput } from './task-input.ts';
import { type Unit, isCarried, isNear, mayBegin, nextItem, unitKey, unitsOf } from '../../units.ts';

/** GitHub takes 100 sub-issues; the rest is room for those of people. */
const MOST = 90;

export interface TaskIssues {
  readonly desired: readonly Desired[];
  readonly skips: readonly Skip[];
  /** `task/login` of all who were assigned, these included. */
  readonly assigned: readonly string[];
  /** Ids of units that are below the tracking issue, or that were to be, these included. */
  readonly below: readonly string[];
  /** What a late start holds back. */
  readonly offer?: LateOffer | undefined;
  /** What issues are said to be blocked by, these included. */
  readonly blocked: Pick<LedgerState, 'blocked'>;
  readonly steps: AllSteps;
  /** Keys of the issues that checklist lines link to, by item id. */
  readonly links: ReadonlyMap<string, string>;
}

/** Logins that may have to be assigned to task issues. */
export function holdersOf(release: Release, context: DutyContext<TrackingIssueConfig>): string[] {
  if (context.config.tasks === 'none') return [];
  return unitsOf(release).flatMap((unit) => unit.items.flatMap((item) => item.holders));
}

export function taskIssues(input: TaskIssueInput): TaskIssues {
  const { release, context } = input;
  const near = unitsOf(release).filter((unit) => isWanted(unit, input));
  const kept = withinRoom(near, input);
  const assignments = kept.flatMap((unit) => newHolders(unit, input).map((login) => `${unit.id}/${login}`));
  const steps = allSteps({
    ...input,
    hasIssue: ({ id }) => kept.some((unit) => unit.id === id),
    comes: (unit) =>
      context.config.tasks !== 'none' && !isPast(unit, input) && near.every(({ id }) => id !== unit.id),
  });
  const issues = kept.map((unit) => taskIssue(unit, kept, input, steps));
  const names = [...new Set(issues.flatMap((issue) => issue.labels))];
  const labels = names.map((name): Desired => ({
    kind: 'label',
    name,
    color: labelColor(name.split('/')[0] ?? name),
    description: render.labelDescription(),
    why: render.whyTaskLabel(),
  }));
  const over = near.length - kept.length;
  return {
    desired: [...(context.config.tasks === 'none' ? [] : labels), ...issues],
    skips:
      over > 0
        ? [{ duty: 'tracking-issue', what: render.title(release), why: render.tooManyTasks(over) }]
        : [],
    assigned: [...new Set([...input.assigned, ...assignments])],
    below: [
      ...new Set([...input.below, ...kept.flatMap((unit) => (isLinked(unit, input) ? [unit.id] : []))]),
    ],
    offer: lateOffer(input),
    steps,
    blocked: blockedState(
      issues.map(({ dependencies = [] }) => dependencies),
      input,
    ),
    links: new Map(
      kept.flatMap((unit) => unit.items.map((item) => [item.id, unitKey(release, unit)] as const)),
    ),
  };
}

/** Those that have an issue, and of the others the first, as many as there is room for. */
function withinRoom(near: readonly Unit[], input: TaskIssueInput): readonly Unit[] {
  const made = near.filter((unit) => issueOf(unit, input) !== undefined);
  const others = near.filter((unit) => !made.includes(unit));
  const next = others.slice(0, Math.max(0, MOST - made.length));
  return near.filter((unit) => made.includes(unit) || next.includes(unit));
}

/** An issue that is there stays; a new one is made when its day is near and something of it is left to do. */
function isWanted(unit: Unit, input: TaskIssueInput): boolean {
  const { release, context, done } = input;
  if (issueOf(unit, input) !== undefined) return true;
  const { tasks, ahead } = context.config;
  if (tasks === 'none' || isCarried(unit) || unit.items.every((item) => done.has(item.id))) return false;
  const today = dayAt(context.now, release.timezone);
  if (isPast(unit, input)) return false;
  return (
    mayBegin(unit.items[0], today, release, done) && (tasks === 'all' || isNear(unit, done, today, ahead))
  );
}

function newHolders(unit: Unit, input: TaskIssueInput): string[] {
  const { release, context, assignable, assigned } = input;
  const holders = [...new Set(unit.items.flatMap((item) => item.holders))].slice(0, 10);
  return holders.filter(
    (login) =>
      assignable.includes(login) &&
      !context.isQuiet(login, release.version) &&
      !assigned.includes(`${unit.id}/${login}`) &&
      isTheirTurn(unit, login, input),
  );
}

/** Those who hold it, and those whom a command named. */
function assigneesOf(unit: Unit, input: TaskIssueInput): DesiredIssue['assignees'] {
  const asked = input.asked.get(unit.id) ?? [];
  const held = newHolders(unit, input).filter((login) => asked.every((person) => person.login !== login));
  return [
    ...held.map((login) => ({ login, entry: `${unit.id}/${login}`, why: render.whyHolds(unit.items[0]) })),
    ...asked.map(({ login, entry, taken }) => ({ login, entry, taken, why: render.whyAsked() })),
  ];
}

function taskIssue(unit: Unit, kept: readonly Unit[], input: TaskIssueInput, steps: AllSteps): DesiredIssue {
  const { release, context, done } = input;
  const closed = unit.items.every((item) => done.has(item.id));
  const [first] = unit.items;
  const last = unit.items.at(-1) ?? first;
  const dependencies = dependenciesOf(unit, kept, input);
  return {
    kind: 'issue',
    key: unitKey(release, unit),
    title: renderTaskTitle(unit, done),
    otherTitles: taskTitles(unit),
    body: bodyOf(unit, input, steps.get(first.id)),
    labels: [
      ...new Set([
        ...first.labels,
        ...(release.labels ?? []),
        ...(first.role === undefined ? [] : [`role/${first.role}`]),
        weekLabel(unit, done),
      ]),
    ],
    exclusive: ['week/'],
    assignees: assigneesOf(unit, input),
    milestone: context.config.milestone ? release.version : undefined,
    parent: isBelow(unit, input)
      ? undefined
      : { key: trackingKey(release), entry: `below:${unit.id}`, beside: besideIn(kept, unit, input) },
    ...(dependencies.length === 0 ? {} : { dependencies }),
    targetDate: { day: last.due, told: input.told[last.id], entry: `due:${last.id}` },
    state: closed ? 'closed' : 'open',
    reopen: true,
    pin: false,
    why: render.whyTask(first, context.config.tasks),
    whyBody: render.whyTaskBody(),
    whyClosed: render.whyTaskClosed(),
  };
}

function bodyOf(unit: Unit, input: TaskIssueInput, steps: Steps | undefined): BodyDocument {
  const document = renderTask(unit, input.release);
  const part = stepsPart(unit, issueOf(unit, input), steps);
  return part === undefined ? document : { ...document, parts: [...document.parts, part] };
}

/** An issue is put below the tracking issue once; people may take it out again. */
function isBelow(unit: Unit, input: TaskIssueInput): boolean {
  return issueOf(unit, input) !== undefined && input.below.includes(unit.id);
}

/** Whether this run puts it there, or finds it there; what is closed is left where it is. */
function isLinked(unit: Unit, input: TaskIssueInput): boolean {
  const found = issueOf(unit, input);
  return found === undefined || found.parent !== undefined || found.state === 'open';
}

function issueOf(unit: Unit, { release, issues }: TaskIssueInput): OwnIssue | undefined {
  const key = unitKey(release, unit);
  return issues.find((issue) => issue.key === key);
}

/** The week of the part that is due next. */
function weekLabel(unit: Unit, done: ReadonlySet<string>): string {
  return `week/${nextItem(unit, done).week}`;
}
