// Problems as text, the way compilers print them.
import type { LocatedProblem } from '../domain/problem.ts';

/** `file:line:column  error  message`, and the fix with the code on a line of its own. Empty for no problems. */
export function formatProblems(problems: readonly LocatedProblem[], file: string): string {
  const places = problems.map(({ line, column }) => `${file}:${line}:${column}`);
  const placeWidth = Math.max(0, ...places.map((place) => place.length));
  const wordWidth = Math.max(0, ...problems.map(({ severity }) => severity.length));
  return problems
    .map(({ severity, message, fix, code }, index) => {
      const head = `${(places[index] ?? '').padEnd(placeWidth)}  ${severity.padEnd(wordWidth)}  `;
      return `${head}${message}\n${' '.repeat(head.length)}${fix} [${code}]\n`;
    })
    .join('');
}
