// The issues of teams' manual tests that should exist, and the lines in the log that say that they were opened.
import { dayAt } from '../../../domain/day.ts';
import type { Desired, DesiredIssue, Skip } from '../../../domain/desired.ts';
import type { BodyDocument } from '../../../domain/issue-body.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { type Release, isOver } from '../../../domain/release.ts';
import type { Results } from '../../../domain/manual-test.ts';
import { countResults, isPassed } from '../../../manual-tests/count-results.ts';
import { signOffOf } from '../../../manual-tests/sign-off.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { withdrawalOf } from '../../../memory/withdrawn.ts';
import { DUTY, type ManualInput } from '../input.ts';
import { boxesKey, openedEntry } from './keys.ts';
import { type TeamMemory, readMemory } from './memory.ts';
import { render } from './render.ts';
import { type IssueWords, renderIssue, renderLeft, renderTitle } from './render-issue.ts';
import type { TeamIssue } from './team-issue.ts';

/** With why boxes of it were set back. */
export interface HeardIssue extends TeamIssue {
  readonly notes: TeamMemory['notes'];
}

export interface IssueWishes {
  readonly desired: readonly Desired[];
  readonly skips: readonly Skip[];
}

interface Setting {
  readonly release: Release;
  readonly tracking: OwnIssue | undefined;
  readonly words: Omit<IssueWords, 'notes'>;
  readonly input: ManualInput;
}

/** `results` are those at the end of the run. */
export function issueWishes(
  issues: readonly HeardIssue[],
  results: Results,
  release: Release,
  input: ManualInput,
): IssueWishes {
  const { config, source } = input;
  const words = { release, results, asksSignOff: config['sign-off'], source: config.file ?? source.path };
  const setting = { release, tracking: trackingOf(release, input), words, input };
  const wishes = issues.map((issue) => wishesOf(issue, setting));
  return {
    desired: wishes.flatMap(({ desired }) => desired),
    skips: wishes.flatMap(({ skips }) => skips),
  };
}

function trackingOf(release: Release, { observed }: ManualInput): OwnIssue | undefined {
  return observed.ownIssues.find(({ key }) => key === trackingKey(release));
}

const NONE: IssueWishes = { desired: [], skips: [] };

function wishesOf(issue: HeardIssue, setting: Setting): IssueWishes {
  const { release, tracking, input, words } = setting;
  const { found, key, team, candidates } = issue;
  const left = whyLeft(release, input);
  if (left !== undefined) {
    if (found === undefined || found.state === 'closed') return NONE;
    const memory = readMemory(found) ?? { shown: new Map(), notes: new Map() };
    const body = renderLeft(key, memory, left.words);
    return { desired: [issueOf(issue, body, left.isOver ? 'closed' : 'open', setting)], skips: [] };
  }
  const isOpening = found === undefined;
  if (isOpening && (tracking?.state !== 'open' || candidates.every(({ isActive }) => !isActive))) return NONE;
  const state = isFinished(issue, setting) && !isReopened(found) ? 'closed' : 'open';
  if (isOpening && state === 'closed') return NONE;
  const body = renderIssue(issue, { ...words, notes: issue.notes });
  if (body === undefined) {
    const skip = { duty: DUTY, what: renderTitle(team, release), why: render.tooLong() };
    return { desired: [], skips: [skip] };
  }
  const entry: Desired = {
    kind: 'entry',
    issue: trackingKey(release),
    key: openedEntry(key),
    day: dayAt(input.now, release.timezone),
    text: render.openedEntry(team),
    why: render.why(),
  };
  return {
    desired: [issueOf(issue, body, state, setting), ...(tracking === undefined ? [] : [entry])],
    skips: [],
  };
}

/** Why relcomms keeps the issues of a release no longer; undefined: it does. */
export function whyLeft(
  release: Release,
  input: ManualInput,
): { readonly words: string; readonly isOver: boolean } | undefined {
  const isWithdrawn = withdrawalOf(release, trackingOf(release, input)) !== undefined;
  if (isWithdrawn) return { words: render.withdrawn(), isOver: true };
  return input.config['team-issues'] ? undefined : { words: render.off(), isOver: false };
}

/** Nothing is left to test, or nobody tests any more. */
function isFinished({ team, candidates, last }: TeamIssue, { release, words, input }: Setting): boolean {
  if (isOver(release, input.now)) return true;
  const candidate = candidates.find(({ milestone }) => milestone.id === last);
  if (candidate === undefined) return false;
  const { milestone, runs, isActive } = candidate;
  const isSigned = !words.asksSignOff || signOffOf(team, milestone.id, words.results) !== undefined;
  return !isActive || (isSigned && isPassed(countResults(runs, milestone.id, words.results)));
}

/** A person opened it again after relcomms had closed it: it stays open. */
function isReopened(found: OwnIssue | undefined): boolean {
  return found?.state === 'open' && found.stateChange !== undefined && found.stateBy === 'people';
}

function issueOf(
  { key, team }: TeamIssue,
  body: BodyDocument,
  state: DesiredIssue['state'],
  { release, tracking }: Setting,
): DesiredIssue {
  const opened = openedEntry(key);
  const isOpened = tracking?.ledger?.entries.some((entry) => entry.key === opened) === true;
  return {
    kind: 'issue',
    key,
    title: renderTitle(team, release),
    body,
    labels: release.labels ?? [],
    assignees: [],
    parent: isOpened ? undefined : { key: trackingKey(release), entry: opened },
    state,
    pin: false,
    after: boxesKey(release),
    why: render.why(),
    whyBody: render.whyBody(),
    whyClosed: render.whyClosed(),
  };
}
