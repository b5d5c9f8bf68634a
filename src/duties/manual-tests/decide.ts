// What the manual tests of one release need in this run: results and testers to be written, their section, and what stands in the way.
import { commandKey } from '../../commands/answer-comment.ts';
import type { DesiredFile, DesiredSection } from '../../domain/desired.ts';
import { type ManualResult, keyOf } from '../../domain/manual-test.ts';
import { type Release, isOver, isRunning } from '../../domain/release.ts';
import { renderResults } from '../../manual-tests/results-file.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { DutyAnswer } from '../duty.ts';
import { saidTo } from '../said-to.ts';
import { type TakenBook, bookSection, bookSkips, takeBook, withBook } from './book.ts';
import { type Carried, carryOver } from './carried.ts';
import { type Candidate, activeOf, candidatesOf } from './candidates.ts';
import { testCommand } from './commands.ts';
import { failingOf } from './failing/index.ts';
import { repositoryOf } from './failing/link-of.ts';
import { DUTY, type ManualInput } from './input.ts';
import { type TestState, resultsPath, stateOf } from './known.ts';
import { wishes } from './render.ts';
import { renderSection, renderUnknown } from './render-section.ts';
import { shareOut } from './share-out.ts';
import { signOffCommand } from './sign-off-command.ts';
import { signOffStandings } from './sign-off-standing.ts';
import { type AskedToday, silenceOf } from './silence/index.ts';
import { standingOf, unknownStanding } from './standing.ts';
import { hearIssues, issueWishes } from './team-issues/index.ts';
import { troublesOf } from './troubles.ts';

/** Complexity that people have already, by login. */
export type Load = ReadonlyMap<string, number>;

/** What one release leaves to the next. */
export interface Shared {
  readonly load: Load;
  readonly today: AskedToday;
}

export interface Decided extends Shared {
  readonly answer: DutyAnswer;
}

export function decideRelease(release: Release, { load, today }: Shared, input: ManualInput): Decided {
  const { observed, config, now, source } = input;
  const state = stateOf(release, input, observed.files);
  if (!state.known)
    return {
      load,
      today,
      answer: {
        desired: [sectionWith(release, isOver(release, now) ? '' : renderUnknown(state.why))],
        skips: [{ duty: DUTY, what: wishes.what(release.version), why: state.why }],
        standing: isRunning(release, now) ? unknownStanding(release, state.why, input) : [],
      },
    };
  const place = { path: resultsPath(release), branch: config.branch };
  const file = observed.files.find((one) => one.path === place.path && one.branch === place.branch);
  if (file?.isProtectedDefault === true) {
    const skip = { duty: DUTY, what: wishes.what(release.version), why: wishes.isProtected(place.branch) };
    return { load, today, answer: { desired: [], skips: [skip] } };
  }
  const active = activeOf(release, { config, now, holidays: source.spec.holidays });
  const said = [...saidTo(testCommand, release, input), ...saidTo(signOffCommand, release, input)];
  const told = withRows(
    state.value,
    said.map(({ effect }) => effect),
  );
  const heard = hearIssues(release, active, told, input);
  const taken = takeBook(release, { tests: told.tests, results: heard.results }, input);
  const carried = carryOver(release, { tests: told.tests, results: taken.results }, input);
  const shared = isRunning(release, now)
    ? shareOut(release, active, carried.state, { ...input, holidays: source.spec.holidays }, load)
    : { results: carried.state.results, load };
  const tested = isRunning(release, now) ? active : [];
  const failing = failingOf(release, tested, { tests: told.tests, results: shared.results }, input);
  const after = failing.state;
  const keys = [...said.map(({ commentId }) => commandKey(release, commentId)), ...heard.answers];
  const silence = silenceOf(release, tested, after, today, input);
  const issues = issueWishes(heard.issues, after.results, release, input);
  return {
    load: shared.load,
    today: silence.today,
    answer: {
      desired: [
        ...withBook(release, after, taken.book, fileOf(release, after, keys, input), input),
        ...carried.desired,
        sectionOf(release, { active, state: after, carried, book: taken.book }, input),
        ...issues.desired,
        ...failing.desired,
        ...silence.desired,
      ],
      skips: [...bookSkips(release, taken.book), ...issues.skips, ...failing.skips],
      standing: isRunning(release, now)
        ? [...standingOf(release, active, after, input), ...signOffStandings(release, active, after, input)]
        : [],
    },
  };
}

/** A result says all of its row anew; a link that somebody wrote stays. */
function withRows({ tests, results }: TestState, rows: readonly ManualResult[]): TestState {
  const all = new Map(results);
  for (const row of rows) {
    const link = all.get(keyOf(row))?.link;
    all.set(keyOf(row), { ...row, ...(link === undefined ? {} : { link }) });
  }
  return { tests, results: all };
}

/** Nothing is written before there is anything to keep. */
function fileOf(
  release: Release,
  { results }: TestState,
  keys: readonly string[],
  { config: { branch } }: ManualInput,
): DesiredFile[] {
  if (results.size === 0) return [];
  const answers = [...new Set(keys)];
  return [
    {
      kind: 'file',
      branch,
      path: resultsPath(release),
      content: renderResults(results),
      message: wishes.commit(release.version),
      ...(answers.length === 0 ? {} : { answers }),
      why: wishes.whyFile(),
    },
  ];
}

/** What the section shows. */
interface Shown {
  readonly active: readonly Candidate[];
  readonly state: TestState;
  readonly carried: Carried;
  readonly book: TakenBook['book'];
}

function sectionOf(
  release: Release,
  { active, state, carried: { lines }, book }: Shown,
  input: ManualInput,
): DesiredSection {
  const { config } = input;
  const now = active.map((candidate) => ({
    milestone: candidate.milestone,
    troubles: troublesOf(candidate, active, release, state, input),
    carried: lines.get(candidate.milestone.id),
  }));
  const first = active[0]?.milestone.id;
  const ids = candidatesOf(release, config).map(({ id }) => id);
  const past = first === undefined ? [] : ids.slice(0, ids.indexOf(first));
  const tracking = input.observed.ownIssues.find(({ key }) => key === trackingKey(release));
  const place = {
    path: resultsPath(release),
    branch: config.branch,
    repository: repositoryOf(tracking),
    asksSignOff: config['sign-off'],
  };
  const text = renderSection(now, past, state, place);
  const shown = text === '' ? '' : bookSection(book, state);
  return sectionWith(release, shown === '' ? text : `${text}\n\n${shown}`);
}

function sectionWith(release: Release, text: string): DesiredSection {
  return { kind: 'section', issue: trackingKey(release), name: DUTY, text, why: wishes.whySection() };
}
