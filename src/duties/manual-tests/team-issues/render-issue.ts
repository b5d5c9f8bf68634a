// The words of the issue of a team's manual tests: how far each candidate is, a checkbox for each run, and how to run it.
import { issueToken } from '../../../body/issue-token.ts';
import { END_OF_GROUPS } from '../../../body/own-words.ts';
import { renderBody } from '../../../body/render-body.ts';
import { readTicks } from '../../../body/ticks.ts';
import type { BodyDocument, ChecklistGroup, ChecklistItem } from '../../../domain/issue-body.ts';
import { type Result, type Results, type TestRun, keyOf } from '../../../domain/manual-test.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { countResults } from '../../../manual-tests/count-results.ts';
import { isDone, signOffOf } from '../../../manual-tests/sign-off.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { dayWords } from '../../../text/words.ts';
import { wordsOf } from '../render-section.ts';
import { runBox, signOffBox } from './keys.ts';
import { type TeamMemory, writeMemory } from './memory.ts';
import { noteWords, runWords, signOffWords } from './render-items.ts';
import { howToRun } from './render-steps.ts';
import type { TeamCandidate, TeamIssue } from './team-issue.ts';

export interface IssueWords {
  readonly release: Release;
  readonly results: Results;
  readonly notes: TeamMemory['notes'];
  readonly asksSignOff: boolean;
  /** Where the tests are written. */
  readonly source: string;
}

/** Our part of a body, in UTF-16 units: GitHub takes 65,536, and the rest is room for people. */
const MOST = 52_000;

/** A plain title: GitHub makes nothing of Markdown in it. */
export function renderTitle(team: string, { version }: Pick<Release, 'version'>): string {
  return `Manual tests of ${team} for ${version}`;
}

/** With steps, without them, or with the ids alone: what fits. Undefined: not even these do. */
export function renderIssue(issue: TeamIssue, words: IssueWords): BodyDocument | undefined {
  const tests = [...new Set(issue.candidates.filter(({ isActive }) => isActive).flatMap(({ runs }) => runs))];
  const steps = howToRun(tests.map(({ test }) => test));
  const pointer = `What to do is in ${codeSpan(words.source)}.`;
  const ways = [
    [steps, true],
    [pointer, true],
    [pointer, false],
  ] as const;
  for (const [how, hasTitles] of ways) {
    const document = documentOf(issue, words, how, hasTitles);
    if (renderBody(document).length <= MOST) return document;
  }
  return undefined;
}

/** Nothing is kept any more: one line says so, and what was remembered stays for the case that it goes on. */
export function renderLeft(key: string, memory: TeamMemory, why: string): BodyDocument {
  return { key, parts: [{ kind: 'block', name: 'tests', text: [why, writeMemory(memory)].join('\n\n') }] };
}

function documentOf(issue: TeamIssue, words: IssueWords, steps: string, hasTitles: boolean): BodyDocument {
  const { key } = issue;
  const about = [aboutOf(issue, words), writeMemory(memoryOf(issue, words))].join('\n\n');
  return {
    key,
    parts: [
      { kind: 'block', name: 'tests', text: about },
      { kind: 'checklist', groups: groupsOf(issue, words, hasTitles) },
      ...(steps === '' ? [] : [{ kind: 'block' as const, name: 'steps', text: steps }]),
    ],
  };
}

/** What the issue shows once it is written. */
function memoryOf({ team, candidates }: TeamIssue, { results, notes, asksSignOff }: IssueWords): TeamMemory {
  const shown = candidates.flatMap(({ milestone: { id }, runs }) => [
    ...runs.flatMap(({ id: run }): [string, Result][] => {
      const result = results.get(keyOf({ candidate: id, run }))?.result;
      return result === undefined ? [] : [[runBox(id, run), result]];
    }),
    ...(asksSignOff && signOffOf(team, id, results) !== undefined
      ? [[signOffBox(id), 'pass'] as [string, Result]]
      : []),
  ]);
  return { shown: new Map(shown), notes };
}

function aboutOf({ team, candidates }: TeamIssue, { release, results }: IssueWords): string {
  const lines = candidates
    .filter(({ isActive }) => isActive)
    .map(({ milestone, runs }) => {
      const far = wordsOf(countResults(runs, milestone.id, results));
      return `- **${escapeMarkdown(milestone.title)}**, ${dayWords(milestone.day)}: ${far}`;
    });
  return [
    `Tests that ${escapeMarkdown(team)} runs by hand for ${escapeMarkdown(release.title)}. ${issueToken(trackingKey(release))}shows all teams.`,
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
    'Check a box when the test passed. To take the result back, uncheck it. For any other result, comment here: `/release test fail ID because REASON`. Lines and notes that you add stay as you write them.',
  ].join('\n\n');
}

function groupsOf(issue: TeamIssue, words: IssueWords, hasTitles: boolean): ChecklistGroup[] {
  const { candidates, team } = issue;
  const boxes = readTicks(issue.found?.body ?? '');
  const item = (id: string, isChecked: boolean, text: string): ChecklistItem => ({
    id,
    text,
    ...(boxes.get(id) === isChecked ? {} : { ticked: isChecked }),
  });
  const runItem = ({ id }: Milestone, run: TestRun) => {
    const box = runBox(id, run.id);
    const isChecked = isDone(words.results.get(keyOf({ candidate: id, run: run.id }))?.result);
    return item(
      box,
      isChecked,
      runWords(run, id, words.results, hasTitles) + noteWords(words.notes.get(box)),
    );
  };
  const signOffItem = ({ id, title }: Milestone) => {
    const signOff = signOffOf(team, id, words.results);
    const box = signOffBox(id);
    return item(
      box,
      signOff !== undefined,
      signOffWords(team, title, signOff) + noteWords(words.notes.get(box)),
    );
  };
  const active = candidates.filter(({ isActive }) => isActive);
  const past = candidates.filter(({ isActive }) => !isActive);
  return [
    ...active.flatMap(({ milestone, runs }) =>
      byTester(milestone.id, runs, words.results).map(([tester, own]): ChecklistGroup => ({
        id: `${milestone.id}.${tester ?? '-'}`,
        heading: `${escapeMarkdown(milestone.title)}: ${tester === undefined ? 'nobody yet' : escapeMarkdown(tester)}`,
        items: own.map((run) => runItem(milestone, run)),
      })),
    ),
    ...(words.asksSignOff && active.length > 0
      ? [
          {
            id: 'sign-off',
            heading: 'Sign-off',
            items: active.map(({ milestone }) => signOffItem(milestone)),
          },
        ]
      : []),
    ...pastGroups(past, words, ({ milestone, runs }) => [
      ...runs.map((run) => runItem(milestone, run)),
      ...(words.asksSignOff ? [signOffItem(milestone)] : []),
    ]),
  ];
}

function pastGroups(
  past: readonly TeamCandidate[],
  { results }: IssueWords,
  itemsOf: (candidate: TeamCandidate) => ChecklistItem[],
): ChecklistGroup[] {
  if (past.length === 0) return [];
  return [
    ...past.map((candidate): ChecklistGroup => {
      const { milestone, runs } = candidate;
      const far = wordsOf(countResults(runs, milestone.id, results));
      return {
        id: `past.${milestone.id}`,
        heading: `${escapeMarkdown(milestone.title)}: ${far}`,
        fold: 'closed',
        items: itemsOf(candidate),
      };
    }),
    { id: END_OF_GROUPS, heading: '', fold: 'end', items: [] },
  ];
}

/** By login, those without a tester last. */
function byTester(
  candidate: string,
  runs: readonly TestRun[],
  results: Results,
): (readonly [string | undefined, readonly TestRun[]])[] {
  const testers = runs.map(({ id: run }) => results.get(keyOf({ candidate, run }))?.tester);
  const all = [...new Set(testers)].toSorted((a, b) => ((a ?? '~') < (b ?? '~') ? -1 : 1));
  return all.map((tester) => [tester, runs.filter((_, index) => testers[index] === tester)]);
}
