// Links each failing run to an issue, opens one where nobody has named any, and closes it when the run passes.
import type { Desired, DesiredIssue, Skip } from '../../../domain/desired.ts';
import { type ManualResult, type TestRun, keyOf, runsOf } from '../../../domain/manual-test.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { LABEL_WORDS } from '../../../text/our-marks.ts';
import { type Candidate, candidatesOf } from '../candidates.ts';
import { DUTY, type ManualInput } from '../input.ts';
import type { TestState } from '../known.ts';
import { failKey, failPrefix, inFailKey, issueUrl, linkIn, numberIn, repositoryOf } from './link-of.ts';
import { renderFail, words } from './render.ts';

/** Issues that a run opens. */
const MOST = 10;

export interface Failing {
  /** With links. */
  readonly state: TestState;
  readonly desired: readonly Desired[];
  readonly skips: readonly Skip[];
}

interface Failure {
  readonly run: TestRun;
  readonly milestone: Milestone;
  readonly row: ManualResult;
  /** The issue that is open for it, of this candidate or an earlier one; or of this one, closed. */
  readonly own?: OwnIssue | undefined;
  /** Of people, or of an issue that is open; what relcomms closed is no longer about it. */
  readonly link?: string | undefined;
}

/** `active` are the candidates whose tests are run now. */
export function failingOf(
  release: Release,
  active: readonly Candidate[],
  state: TestState,
  input: ManualInput,
): Failing {
  const { observed, config } = input;
  const repository = repositoryOf(observed.ownIssues.find(({ key }) => key === trackingKey(release)));
  const failures = failuresOf(release, active, state, repository, input);
  const results = new Map(state.results);
  for (const { row, own, link } of failures) {
    const named = linkIn(row.note, repository) ?? (own && repository && issueUrl(repository, own.number));
    if (link === undefined && named !== undefined) results.set(keyOf(row), { ...row, link: named });
  }
  const isOpened = (one: Failure): boolean =>
    one.own === undefined && one.link === undefined && linkIn(one.row.note, repository) === undefined;
  const fresh = config['failing-issues'] ? failures.filter(isOpened) : [];
  const late = fresh.slice(MOST);
  const kept = failures.filter(({ own, row }) => own?.key === failKey(release, row) && isOurs(own));
  const passed = passedOf(release, { ...state, results }, input);
  const isPassed = ({ key }: OwnIssue): boolean => passed.some((one) => one.key === key);
  const wanted = [...kept.filter(({ own }) => own === undefined || !isPassed(own)), ...fresh.slice(0, MOST)];
  return {
    state: { ...state, results },
    desired: [
      ...(wanted.length === 0 ? [] : labelsOf(input)),
      ...wanted.map((one) => issueOf(one, undefined, release, input)),
      ...passed,
    ],
    skips: late.map(({ run, milestone }) => ({
      duty: DUTY,
      what: words.title(run, milestone),
      why: words.tooMany(MOST),
    })),
  };
}

/** What people closed stays closed. */
function isOurs({ state, stateBy }: OwnIssue): boolean {
  return state === 'open' || stateBy === 'us';
}

function failuresOf(
  release: Release,
  active: readonly Candidate[],
  { tests, results }: TestState,
  repository: string | undefined,
  { observed: { ownIssues }, config }: ManualInput,
): Failure[] {
  const order = candidatesOf(release, config).map(({ id }) => id);
  const own = ownIssues.filter(
    ({ key, unsure }) => key.startsWith(failPrefix(release)) && unsure === undefined,
  );
  return active.flatMap(({ milestone }) =>
    runsOf(tests, milestone.id).flatMap((run): Failure[] => {
      const row = results.get(keyOf({ candidate: milestone.id, run: run.id }));
      if (row?.result !== 'fail') return [];
      const same = own.find(({ key }) => key === failKey(release, row));
      const before = own.find(({ key, state }) => {
        const { candidate, run: id } = inFailKey(key);
        return state === 'open' && id === run.id && order.indexOf(candidate) < order.indexOf(milestone.id);
      });
      const linked = row.link === undefined ? undefined : numberIn(row.link, repository);
      const isOld = own.some(
        (one) => one !== same && one.number === linked && one.state === 'closed' && one.stateBy === 'us',
      );
      return [{ run, milestone, row, own: same ?? before, link: isOld ? undefined : row.link }];
    }),
  );
}

/** Open issues whose run passed since: in its candidate or a later one, the last result counts. */
function passedOf(release: Release, { tests, results }: TestState, input: ManualInput): DesiredIssue[] {
  const candidates = candidatesOf(release, input.config);
  return input.observed.ownIssues.flatMap((issue): DesiredIssue[] => {
    if (issue.state !== 'open' || issue.unsure !== undefined || !issue.key.startsWith(failPrefix(release)))
      return [];
    const { candidate, run: id } = inFailKey(issue.key);
    const first = candidates.findIndex((one) => one.id === candidate);
    const milestone = candidates[first];
    const run = runsOf(tests).find((one) => one.id === id);
    if (milestone === undefined || run === undefined) return [];
    const rows = candidates
      .slice(first)
      .flatMap((one) => results.get(keyOf({ candidate: one.id, run: id })) ?? []);
    const last = rows.findLast(({ result }) => result !== undefined);
    if (last?.result !== 'pass' && last?.result !== 'n/a') return [];
    const row = rows.find((one) => one.candidate === candidate) ?? last;
    return [issueOf({ run, milestone, row, own: issue }, last, release, input)];
  });
}

function issueOf(
  { run, milestone, row, own }: Failure,
  passed: ManualResult | undefined,
  release: Release,
  { config }: ManualInput,
): DesiredIssue {
  const key = failKey(release, { candidate: milestone.id, run: run.id });
  const text = renderFail(run, milestone, row, passed);
  return {
    kind: 'issue',
    key,
    title: own?.title ?? words.title(run, milestone),
    body: { key, parts: [{ kind: 'block', name: 'manual-fail', text }] },
    labels: config['failing-labels'],
    assignees: [],
    state: passed === undefined ? 'open' : 'closed',
    reopen: passed === undefined && own?.state === 'closed' && own.stateBy === 'us',
    whyReopened: words.whyReopened(),
    pin: false,
    why: words.whyIssue(),
    whyBody: words.whyBody(),
    whyClosed: words.whyClosed(),
  };
}

function labelsOf({ config }: ManualInput): Desired[] {
  return config['failing-labels'].map((name) => ({
    kind: 'label',
    name,
    color: words.labelColor(),
    description: LABEL_WORDS.failingManualTest,
    why: words.whyLabel(),
  }));
}
