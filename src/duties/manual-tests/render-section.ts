// The words of the section "Manual tests" in a tracking issue: counts by team, then what fails or is blocked, then where all is.
import { keyOf, runsOf } from '../../domain/manual-test.ts';
import type { Milestone } from '../../domain/release.ts';
import { type Counts, countByTeam, countResults } from '../../manual-tests/count-results.ts';
import { signOffOf } from '../../manual-tests/sign-off.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { andMore } from '../../text/more-words.ts';
import { markdownTable } from '../../text/table.ts';
import { countWords, dayWords } from '../../text/words.ts';
import { linkWords } from './failing/link-words.ts';
import type { TestState } from './known.ts';
import { signOffCell } from './render-sign-off.ts';
import type { Trouble } from './troubles.ts';

/** Tests in a list of those that fail or are blocked. */
const MOST = 15;

const HEAD = ['Team', 'Tests', 'Pass', 'Fail', 'Blocked', 'N/A', 'Open'];

export interface ShownCandidate {
  readonly milestone: Milestone;
  readonly troubles: readonly Trouble[];
  /** What passes carried over, or why none could: one line of Markdown, escaped. */
  readonly carried?: string | undefined;
}

/** Where the results are. */
export interface Place {
  readonly path: string;
  readonly branch: string;
  /** Address of the repository, where it is known. */
  readonly repository?: string | undefined;
  /** Teams sign candidates off. */
  readonly asksSignOff: boolean;
}

/** Candidates whose tests are run now, and ids of those before. Empty while nothing has begun. */
export function renderSection(
  now: readonly ShownCandidate[],
  past: readonly string[],
  state: TestState,
  place: Place,
): string {
  if (now.length === 0) return '';
  const before = past.map((id) => `- ${escapeMarkdown(id)}: ${lineOf(id, state)}`);
  return [
    '### Manual tests',
    ...now.flatMap((shown) => candidateOf(shown, state, place)),
    ...(before.length === 0 ? [] : [`Earlier candidates:\n\n${before.join('\n')}`]),
    `Results are in ${whereOf(place)}. Record one with \`/release test pass ID\`; \`/release tests\` lists yours.`,
  ].join('\n\n');
}

export function renderUnknown(why: string): string {
  return `### Manual tests\n\n**Not known:** ${escapeMarkdown(why)}`;
}

function whereOf({ path, branch }: Place): string {
  return `${codeSpan(path)} on the branch ${codeSpan(branch)}`;
}

function candidateOf(
  { milestone, troubles, carried }: ShownCandidate,
  state: TestState,
  place: Place,
): string[] {
  const { id, title, day } = milestone;
  const runs = runsOf(state.tests, id);
  const teams = [...countByTeam(runs, id, state.results)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const signOff = (team: string): string[] =>
    place.asksSignOff ? [signOffCell(signOffOf(team, id, state.results))] : [];
  const rows = teams.map(([team, counts]) => [escapeMarkdown(team), ...cells(counts), ...signOff(team)]);
  const sum = ['All', ...cells(countResults(runs, id, state.results)), ...(place.asksSignOff ? [''] : [])];
  const total = countResults(runs, id, state.results);
  const items = [
    ...troubles.slice(0, MOST).map((trouble) => itemOf(trouble, id, place)),
    ...andMore(troubles.length - MOST, whereAll(place)),
  ];
  const nobody = runs.filter((run) => testerIn(state, id, run.id) === undefined);
  return [
    `**${escapeMarkdown(title)}**, ${dayWords(day)}: ${wordsOf(total)}.`,
    markdownTable(
      [...HEAD, ...(place.asksSignOff ? ['Signed off'] : [])],
      [...rows, ...(rows.length > 1 ? [sum] : [])],
    ),
    ...(carried === undefined ? [] : [carried]),
    ...(items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')]),
    ...(nobody.length === 0
      ? []
      : [`${countWords(nobody.length, 'test')} without a tester, because nobody of the team is available.`]),
  ];
}

function whereAll({ path, branch }: Place): string {
  return `all are in ${codeSpan(path)} on the branch ${codeSpan(branch)}`;
}

function testerIn({ results }: TestState, candidate: string, run: string): string | undefined {
  return results.get(keyOf({ candidate, run }))?.tester;
}

function cells({ total, pass, fail, blocked, 'n/a': none, open }: Counts): string[] {
  return [total, pass, fail, blocked, none, open].map(String);
}

function lineOf(id: string, { tests, results }: TestState): string {
  return wordsOf(countResults(runsOf(tests, id), id, results));
}

/** `3 of 5 tests run, 1 failed` */
export function wordsOf({ total, fail, blocked, open }: Counts): string {
  const run = `${total - open} of ${countWords(total, 'test')} run`;
  const bad = [...(fail === 0 ? [] : [`${fail} failed`]), ...(blocked === 0 ? [] : [`${blocked} blocked`])];
  return [run, ...bad].join(', ');
}

function itemOf(
  { run, result, in: candidate, tester, note, link }: Trouble,
  id: string,
  { repository }: Place,
): string {
  const issue = link === undefined ? '' : `, ${linkWords(link, repository)}`;
  const since = candidate === id ? '' : ` in ${escapeMarkdown(candidate)}, not run since`;
  const by = tester === undefined ? '' : ` (${escapeMarkdown(tester)})`;
  const because = note === undefined ? '' : `: ${escapeMarkdown(note)}`;
  return `**${result === 'fail' ? 'Failed' : 'Blocked'}**${since}: ${codeSpan(run.id)} ${escapeMarkdown(run.test.title)}${by}${issue}${because}`;
}
