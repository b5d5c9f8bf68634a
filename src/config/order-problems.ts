// Puts problems in the order of the file, drops what follows from another, and keeps the list short.
import type { LocatedProblem, Path } from '../domain/problem.ts';

/** Most problems that are told at once. */
const MAX_PROBLEMS = 100;

/** What was found, by who found it: what the YAML can't say, what rules forbid, what the schema forbids. */
export interface Found {
  readonly unreadable: readonly LocatedProblem[];
  readonly rules: readonly LocatedProblem[];
  readonly schema: readonly LocatedProblem[];
}

/** All problems, apart from those about a value that could not be read anyway. */
export function orderProblems({ unreadable, rules, schema }: Found): readonly LocatedProblem[] {
  const lost = unreadable.filter(({ path }) => path.length > 0);
  const said = new Set(rules.map(({ path }) => path.join('\0')));
  const later = [
    ...rules,
    ...schema.filter(({ code, path }) => code !== 'missing' || !said.has(path.join('\0'))),
  ];
  const all = [...unreadable, ...later.filter(({ path }) => !lost.some((other) => begins(path, other.path)))];
  const ordered = distinct(all).sort((a, b) => a.line - b.line || a.column - b.column);
  const next = ordered[MAX_PROBLEMS];
  if (next === undefined) return ordered;
  const count = ordered.length - MAX_PROBLEMS;
  const message = `And ${count} more ${count === 1 ? 'problem' : 'problems'} from this line.`;
  const more = {
    ...next,
    code: 'more-problems',
    severity: 'error' as const,
    path: [],
    message,
    fix: 'Fix the errors above first.',
  };
  return [...ordered.slice(0, MAX_PROBLEMS), more];
}

/** An alias brings the same mistake to several paths, but it is written in one place. */
function distinct(problems: readonly LocatedProblem[]): LocatedProblem[] {
  const seen = new Map(
    problems.map((problem) => [`${problem.line}:${problem.column}:${problem.message}`, problem]),
  );
  return [...seen.values()];
}

function begins(path: Path, prefix: Path): boolean {
  return prefix.every((part, index) => String(path[index]) === String(part));
}
