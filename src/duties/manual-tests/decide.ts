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
import { type Candidate, activeOf, candidatesOf } from './candidates.ts';
import { testCommand } from './commands.ts';
import { DUTY, type ManualInput } from './input.ts';
import { type TestState, resultsPath, stateOf } from './known.ts';
import { wishes } from './render.ts';
import { renderSection, renderUnknown } from './render-section.ts';
import { shareOut } from './share-out.ts';
import { standingOf, unknownStanding } from './standing.ts';
import { troublesOf } from './troubles.ts';

/** Complexity that people have already, by login. */
export type Load = ReadonlyMap<string, number>;

export interface Decided {
  readonly answer: DutyAnswer;
  readonly load: Load;
}

export function decideRelease(release: Release, load: Load, input: ManualInput): Decided {
  const { observed, config, now, source } = input;
  const state = stateOf(release, input, observed.files);
  if (!state.known)
    return {
      load,
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
    return { load, answer: { desired: [], skips: [skip] } };
  }
  const active = activeOf(release, { config, now, holidays: source.spec.holidays });
  const said = saidTo(testCommand, release, input);
  const taken = takeBook(
    release,
    withRows(
      state.value,
      said.map(({ effect }) => effect),
    ),
    input,
  );
  const told: TestState = { tests: state.value.tests, results: taken.results };
  const shared = isRunning(release, now)
    ? shareOut(release, active, told, { ...input, holidays: source.spec.holidays }, load)
    : { results: told.results, load };
  const after: TestState = { tests: told.tests, results: shared.results };
  const keys = said.map(({ commentId }) => commandKey(release, commentId));
  return {
    load: shared.load,
    answer: {
      desired: [
        ...withBook(release, after, taken.book, fileOf(release, after, keys, input), input),
        sectionOf(release, active, after, taken.book, input),
      ],
      skips: bookSkips(release, taken.book),
      standing: isRunning(release, now) ? standingOf(release, active, after, input) : [],
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

function sectionOf(
  release: Release,
  active: readonly Candidate[],
  state: TestState,
  book: TakenBook['book'],
  input: ManualInput,
): DesiredSection {
  const { config } = input;
  const now = active.map((candidate) => ({
    milestone: candidate.milestone,
    troubles: troublesOf(candidate, active, release, state, input),
  }));
  const first = active[0]?.milestone.id;
  const ids = candidatesOf(release, config).map(({ id }) => id);
  const past = first === undefined ? [] : ids.slice(0, ids.indexOf(first));
  const place = { path: resultsPath(release), branch: config.branch };
  const text = renderSection(now, past, state, place);
  const shown = text === '' ? '' : bookSection(book, state);
  return sectionWith(release, shown === '' ? text : `${text}\n\n${shown}`);
}

function sectionWith(release: Release, text: string): DesiredSection {
  return { kind: 'section', issue: trackingKey(release), name: DUTY, text, why: wishes.whySection() };
}
