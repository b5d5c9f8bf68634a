// Reads a file of manual tests: every mistake at once, each with its line and a fix.
import type { ManualTest } from '../domain/manual-test.ts';
import { nearest } from '../domain/nearest.ts';
import { type LocatedProblem, type Problem, isError } from '../domain/problem.ts';
import { issueProblem } from './issue-problem.ts';
import { locate, nodeAt } from './locate.ts';
import { orderProblems } from './order-problems.ts';
import { testsFile } from './schema/manual-tests.ts';
import { toManualTest } from './to-manual-test.ts';
import { valueOf } from './value-of.ts';
import type { YamlLimits } from './yaml/refuse-text.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** A list of 2,000 tests with all their keys has 900 KB. */
const LIMITS: YamlLimits = {
  bytes: 1024 * 1024,
  entries: 60_000,
  fixBytes: 'Delete tests that no release needs, or keep longer steps on a page and name it in one step.',
  fixEntries: 'Delete tests that no release needs, or keep longer steps on a page and name it in one step.',
};

export type TestsResult =
  | { readonly ok: true; readonly tests: readonly ManualTest[]; readonly warnings: readonly LocatedProblem[] }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** What a test may name. */
export interface KnownNames {
  readonly teams: readonly string[];
  /** Ids of all milestones that a release has. */
  readonly milestones: readonly string[];
}

/** Never throws for any text. An error anywhere gives no test at all: half a list would look like a whole one. */
export function readTests(text: string, known: KnownNames): TestsResult {
  const { tree, problems: unreadable } = readYaml(text, undefined, LIMITS);
  if (tree === undefined) return { ok: false, problems: unreadable.map(ofTests) };
  const decoded = testsFile.safeParse(valueOf(tree));
  const schema = decoded.success
    ? []
    : decoded.error.issues.map((issue) =>
        issueProblem(issue, nodeAt(tree, issue.path as Problem['path']), true),
      );
  const tests = decoded.success ? decoded.data.tests.map(toManualTest) : [];
  const place = (problem: Problem) => locate(tree, new Map(), problem);
  const problems = orderProblems({
    unreadable,
    rules: testProblems(tests, known).map(place),
    schema: schema.map(place),
  });
  if (!decoded.success || problems.some(isError)) return { ok: false, problems };
  return { ok: true, tests, warnings: problems };
}

/** What the schema can't know: names that nothing has, and ids that two tests have. */
export function testProblems(tests: readonly ManualTest[], known: KnownNames): readonly Problem[] {
  const first = new Map<string, number>();
  return tests.flatMap((test, index) => {
    const path = ['tests', index];
    const earlier = first.get(test.id);
    first.set(test.id, earlier ?? index);
    return [
      ...(earlier === undefined ? [] : [repeated(path, test)]),
      ...(known.teams.includes(test.team) ? [] : [unknownTeam(path, test, known)]),
      ...(test.candidates ?? []).flatMap((candidate, at) =>
        known.milestones.includes(candidate)
          ? []
          : [unknownCandidate([...path, 'candidates', at], candidate, known)],
      ),
    ];
  });
}

/** The reader of YAML takes every file for a config. */
function ofTests(problem: LocatedProblem): LocatedProblem {
  if (problem.code !== 'empty-file' && problem.code !== 'not-keys') return problem;
  const message = problem.code === 'empty-file' ? 'The file holds no tests.' : problem.message;
  return {
    ...problem,
    message,
    fix: 'Begin with "tests:" on one line; each test below it begins with "- id:".',
  };
}

function repeated(path: Problem['path'], { id }: ManualTest): Problem {
  return {
    code: 'repeated-test',
    severity: 'error',
    path: [...path, 'id'],
    message: `Two tests have the id "${id}".`,
    fix: 'Give the later one another id; the results of the first hang on it.',
  };
}

function unknownTeam(path: Problem['path'], { team }: ManualTest, { teams }: KnownNames): Problem {
  return {
    code: 'unknown-team',
    severity: 'error',
    path: [...path, 'team'],
    message: `No team has the id "${team}".`,
    fix: guess(team, teams) ?? 'Add the team under `teams` of the config.',
  };
}

function unknownCandidate(path: Problem['path'], candidate: string, { milestones }: KnownNames): Problem {
  return {
    code: 'unknown-milestone',
    severity: 'error',
    path,
    message: `No release has the milestone "${candidate}".`,
    fix: guess(candidate, milestones) ?? 'Write the id of a milestone of the release, such as rc1.',
  };
}

function guess(written: string, known: readonly string[]): string | undefined {
  const meant = nearest(written, known);
  return meant === undefined ? undefined : `Did you mean ${meant}?`;
}
