// Keeps the tracking issue of a release true while its cycle runs.
import { type Instant, dayAt } from '../../domain/day.ts';
import type { Desired, DesiredEntry, DesiredIssue } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import type { DutyAnswer } from '../duty.ts';
import { readTicks } from '../../body/ticks.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { hearRelease } from './answer/hear-release.ts';
import { carriedOver } from './finish/carried-over.ts';
import { blockedBy } from './candidates/state.ts';
import { candidateLine, tellBlocked } from './candidates/tell.ts';
import { assigneesFor } from './assignees.ts';
import { boardingIssues } from './boarding/boarding-issues.ts';
import { bodyFor } from './body/body.ts';
import { formerOf } from './left-behind.ts';
import type { Input } from './input.ts';
import { labelNames, labelsFor, milestoneFor } from './labels-and-milestone.ts';
import { stateFor } from './remember.ts';
import { render } from './render.ts';
import { skip, skipped } from './skip.ts';
import { desiredForSlips, movedTasks, slipsOf } from './slips/slips.ts';
import { entryKey } from './stage.ts';
import { type Doneness, doneness } from '../done.ts';
import { lineCounts } from '../line-counts.ts';
import { type Carried, carriedBy } from './tasks/carried.ts';
import { OFFER } from './tasks/late-start.ts';
import { rememberedSteps } from './tasks/steps.ts';
import { lateTasks } from './tasks/late-tasks.ts';
import type { TaskIssueInput } from './tasks/task-input.ts';
import { type TaskIssues, taskIssues } from './tasks/task-issues.ts';
import { welcomeTo } from './welcome.ts';
import { taskMemory } from './tasks/task-memory.ts';

/** Absent, it is opened. */
export function keepOpen(release: Release, found: OwnIssue | undefined, input: Input): DutyAnswer {
  const { config, now, observed } = input;
  const today = dayAt(now, release.timezone);
  const late = (done: ReadonlySet<string>) => lateTasks(release, done, observed.ownIssues, now);
  const said = hearRelease(release, found, input, late);
  const carried = carriedBy(release, found, input);
  const known = new Map([...carried.fresh, ...said.done]);
  const state = doneness(release, found, observed.ownIssues, known);
  const memory = taskMemory(found?.ledger?.state, state.done, said, today);
  const tasks = tasksOf(release, found, input, state, said.assign);
  const slips = slipsOf(release, found);
  const slipped = desiredForSlips(release, found, slips, movedTasks(release, found, state.done), input);
  const blocked = blockedBy(release, input, state.done, late(state.done));
  const candidate = candidateLine(release, blocked, input);
  const body = bodyOf(release, found, input, { state, tasks, slipped, carried, candidate });
  if (body === undefined) return skip(release, render.noRoom());
  // The log is begun while nobody follows the issue: who is assigned follows it.
  const assignees = found === undefined ? [] : assigneesFor(release, found, input);
  const pin = config.pin && !hasEntry(found, entryKey(release, 'opened'));
  const noPinLeft = pin && observed.pins.length >= 3;
  const issue: DesiredIssue = {
    ...issueBase(release, found, input),
    body,
    assignees: assignees.filter((person) => person.assignable),
    pin: pin && !noPinLeft,
    state: 'open',
    answers: answersOf(said.desired),
    whyBody: render.whyBody(release, today),
  };
  return {
    desired: [
      ...labelsFor(input, release),
      ...(config.milestone ? [milestoneFor(release)] : []),
      issue,
      ...tasks.desired,
      entry(release, 'opened', input, render.openedEntry(release)),
      ...assignees.map((person) => ({
        ...entry(release, person.name, input, person.text),
        ...(person.assignable ? {} : { unassignable: person.login }),
      })),
      ...welcomeTo(release, found, input),
      ...carriedOver(release, observed.ownIssues),
      ...slipped,
      ...(found === undefined ? [] : tellBlocked(release, blocked, input)),
      ...said.desired,
      stateFor(release, {
        done: state.done,
        assigned: tasks.assigned,
        below: tasks.below,
        memory,
        carried,
        steps: rememberedSteps(tasks.steps),
        blocked: tasks.blocked,
        muted: input.mutedIn(release.version),
      }),
    ],
    skips: [...tasks.skips, ...(noPinLeft ? [skipped(release, render.noPinLeft())] : [])],
    // What was due before the issue was there is caught up with quietly.
    standing: found === undefined ? [] : late(state.done),
    refusals: said.refusals,
  };
}

/** A tick that could not be written is no done task: the command that sets it is carried out once more. */
function answersOf(desired: readonly Desired[]): string[] {
  return desired.flatMap((one) => (one.kind === 'reaction' && one.content === '+1' ? [one.entry] : []));
}

function tasksOf(
  release: Release,
  found: OwnIssue | undefined,
  input: Input,
  { done }: Doneness,
  asked: Parameters<typeof taskIssues>[0]['asked'],
): TaskIssues {
  const { ownIssues: issues, assignable } = input.observed;
  const { assigned = [], below = [], blocked = {}, due: told = {} } = found?.ledger?.state ?? {};
  const opened = found?.ledger?.entries.find(({ key }) => key === entryKey(release, 'opened'));
  // The line may not have been written: then the issue itself tells.
  const openedOn = opened?.day ?? dayAt(earlier(found?.createdAt, input.now), release.timezone);
  const given: TaskIssueInput = {
    release,
    context: input,
    issues,
    tracking: found,
    done,
    assignable,
    assigned,
    below,
    blocked,
    told,
    openedOn,
    takesAll: readTicks(found?.body ?? '').get(OFFER) === true,
    asked,
  };
  const tasks = taskIssues(given);
  const moves = boardingIssues(given);
  return {
    ...tasks,
    desired: [...tasks.desired, ...moves.desired],
    assigned: [...new Set([...tasks.assigned, ...moves.assigned])],
    below: [...new Set([...tasks.below, ...moves.below])],
  };
}

/** Of a trial, whose run is in the past, an issue is not older than the run. */
function earlier(created: Instant | undefined, now: Instant): Instant {
  return created === undefined || created > now ? now : created;
}

/** What this run found out, for the body. */
interface Shown {
  readonly state: Doneness;
  readonly tasks: TaskIssues;
  readonly slipped: readonly Desired[];
  readonly carried: Carried;
  readonly candidate: string;
}

function bodyOf(
  release: Release,
  found: OwnIssue | undefined,
  input: Input,
  { state, tasks, slipped, carried, candidate }: Shown,
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
    steps: tasks.steps,
    lines: lineCounts(release, input.observed.ownIssues, state.done),
    candidate,
    carriedOut: carried.links,
    offer: tasks.offer,
    history: [...written, ...fresh],
    leftBehind: formerOf(release, input.observed.ownIssues, input.releases),
    current: found?.body ?? '',
  });
}

function issueBase(release: Release, found: OwnIssue | undefined, input: Input) {
  const { config } = input;
  return {
    kind: 'issue' as const,
    key: trackingKey(release),
    title: found?.title ?? render.title(release),
    labels: labelNames(input, release),
    milestone: config.milestone ? release.version : undefined,
    why: render.whyOpen(release),
  };
}

function entry(release: Release, name: string, { now }: Input, text: string): DesiredEntry {
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
