// Problems as text, the way compilers print them.
import { docsAnchor } from './docs-anchor.ts';
import type { LocatedProblem } from '../domain/problem.ts';

/**
 * `file:line:column  error  message`, and the fix with the code on a line of its own; with `page`, the address of the
 * documentation, its part on a third. Empty for no problems.
 */
export function formatProblems(problems: readonly LocatedProblem[], file: string, page?: string): string {
  const places = problems.map(({ line, column }) => `${file}:${line}:${column}`);
  const placeWidth = Math.max(0, ...places.map((place) => place.length));
  const wordWidth = Math.max(0, ...problems.map(({ severity }) => severity.length));
  return problems
    .map(({ severity, message, fix, code, path }, index) => {
      const head = `${(places[index] ?? '').padEnd(placeWidth)}  ${severity.padEnd(wordWidth)}  `;
      const indent = ' '.repeat(head.length);
      const link = page === undefined ? '' : `${indent}${page}#${docsAnchor({ code, path })}\n`;
      return `${head}${message}\n${indent}${fix} [${code}]\n${link}`;
    })
    .join('');
}
