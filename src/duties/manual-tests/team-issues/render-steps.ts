// How the tests of a team are run: steps and what should happen, folded, once for each test.
import type { ManualTest } from '../../../domain/manual-test.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';

/** Empty where no test says what to do. */
export function howToRun(tests: readonly ManualTest[]): string {
  const told = [...new Set(tests)].filter(
    ({ steps, expected }) => steps.length > 0 || expected !== undefined,
  );
  if (told.length === 0) return '';
  return ['<details><summary>How to run them</summary>', ...told.flatMap(wordsOf), '</details>'].join('\n\n');
}

function wordsOf({ id, title, steps, expected }: ManualTest): string[] {
  const list = steps.map((step, index) => `${index + 1}. ${escapeMarkdown(step)}`).join('\n');
  return [
    `**${codeSpan(id)}** ${escapeMarkdown(title)}`,
    ...(steps.length === 0 ? [] : [list]),
    ...(expected === undefined ? [] : [`Expected: ${escapeMarkdown(expected)}`]),
  ];
}
