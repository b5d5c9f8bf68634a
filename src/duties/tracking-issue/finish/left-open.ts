// Task issues that are still open when a cycle ends: they are closed, carried into the next release, or left.
import { dayAt } from '../../../domain/day.ts';
import type { Desired, DesiredIssue } from '../../../domain/desired.ts';
import type { BodyDocument } from '../../../domain/issue-body.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { type Release, isOver } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { keyOf } from '../../../text/marker.ts';
import { unitKey, unitsOf } from '../../units.ts';
import { isBoardingKey } from '../boarding/boarding-key.ts';
import { renderBoardingEnd } from '../boarding/render-boarding.ts';
import type { Input } from '../input.ts';
import { milestoneFor } from '../labels-and-milestone.ts';
import { render } from '../render.ts';
import { entryKey, stageOf } from '../stage.ts';
import { type Ending, renderTask } from '../tasks/render-task.ts';
import { carriedKey } from './carried-over.ts';

/** What becomes of them, for the handoff. */
export interface LeftOpen {
  readonly desired: readonly Desired[];
  readonly count: number;
  /** `none`: they are left, since no release follows. */
  readonly end: 'closed' | 'none' | { readonly to: Release };
}

const NOTHING: LeftOpen = { desired: [], count: 0, end: 'closed' };

/** An issue of a task, or of somebody who takes a role or leaves it. */
export interface OpenTask {
  readonly issue: OwnIssue;
  /** Its words, with what became of it. */
  readonly ended: (ending: Ending) => BodyDocument;
}

export function leftOpen(release: Release, found: OwnIssue, input: Input): LeftOpen {
  // A cycle that began before relcomms did this ends as it began.
  const began = found.ledger?.entries.some(({ key }) => key === entryKey(release, 'welcome')) === true;
  const { atEnd } = input.config;
  const open = atEnd === 'leave' || !began ? [] : openTasks(release, input);
  if (open.length === 0) return NOTHING;
  const count = open.length;
  if (atEnd === 'close')
    return { desired: closedAll(open, { kind: 'closed' }, over(release)), count, end: 'closed' };
  const next = nextRelease(release, input);
  return next === undefined
    ? { desired: [], count, end: 'none' }
    : { desired: carriedTo(next, open, release, input), count, end: { to: next } };
}

/** Issues of the release below its tracking issue that are open. */
export function openTasks(release: Release, { observed }: Input): OpenTask[] {
  const open = observed.ownIssues.filter(({ state }) => state === 'open');
  const tasks = unitsOf(release).flatMap((unit): OpenTask[] => {
    const issue = open.find(({ key }) => key === unitKey(release, unit));
    return issue === undefined ? [] : [{ issue, ended: (ending) => renderTask(unit, release, ending) }];
  });
  const moves = open
    .filter(({ key }) => isBoardingKey(key, keyOf(release.version)))
    .map((issue): OpenTask => ({ issue, ended: (ending) => renderBoardingEnd(issue.key, release, ending) }));
  return [...tasks, ...moves];
}

/** The first of the config that is released later and is not over. */
function nextRelease(release: Release, { releases, now }: Input): Release | undefined {
  return releases
    .filter((other) => other.release > release.release && !isOver(other, now))
    .toSorted((a, b) => (a.release < b.release ? -1 : 1))[0];
}

function over(release: Release): Closing {
  return { closing: entryKey(release, 'closed'), why: render.whyOver() };
}

/** The line in the log that says it, and the reason. */
interface Closing {
  readonly closing: string;
  readonly why: string;
}

/** Each as not planned, with a line that says why. */
export function closedAll(
  open: readonly OpenTask[],
  ending: Ending,
  { closing, why }: Closing,
): DesiredIssue[] {
  return open.map(({ issue, ended }) => ({
    ...untouched(issue),
    body: ended(ending),
    state: 'closed',
    notPlanned: true,
    closing,
    why,
    whyBody: why,
    whyClosed: why,
  }));
}

/** They change their GitHub milestone and their parent; the tracking issue of that release lists them, by the line in the log. */
function carriedTo(next: Release, open: readonly OpenTask[], release: Release, input: Input): Desired[] {
  const { milestone: hasMilestone } = input.config;
  const why = render.whyCarried(next);
  const issues = open.map(({ issue, ended }): DesiredIssue => ({
    ...untouched(issue),
    body: ended({ kind: 'carried', to: next }),
    state: 'open',
    ...(hasMilestone ? { milestone: next.version, movesFrom: release.version } : {}),
    ...(isOpened(next, input) ? { parent: below(next, release) } : {}),
    why,
    whyBody: why,
  }));
  return [
    ...(hasMilestone ? [milestoneFor(next)] : []),
    ...issues,
    {
      kind: 'entry',
      issue: trackingKey(release),
      key: carriedKey(release.version, next.version),
      day: dayAt(input.now, release.timezone),
      text: render.carriedEntry(open.length, next),
      shown: true,
      why: render.whyLedger(),
    },
  ];
}

/** Nothing is put below an issue that is not opened yet, or is closed. */
function isOpened(release: Release, input: Input): boolean {
  const found = input.observed.ownIssues.find(({ key }) => key === trackingKey(release));
  return found === undefined ? stageOf(release, input) === 'open' : found.state === 'open';
}

function below(next: Release, release: Release): DesiredIssue['parent'] {
  return { key: trackingKey(next), movesFrom: trackingKey(release), entry: entryKey(release, 'closed') };
}

function untouched({ key, title }: OwnIssue) {
  return { kind: 'issue' as const, key, title, labels: [], assignees: [], pin: false };
}
