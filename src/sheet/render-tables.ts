// The same table as the workbook, as CSV for other programs and as Markdown for pages.
import type { TestRun } from '../domain/manual-test.ts';
import { keyOf } from '../domain/manual-test.ts';
import { countResults } from '../manual-tests/count-results.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { markdownTable } from '../text/table.ts';
import { columnsFor } from './columns.ts';
import { type BookPlan, needs, runsByComponent } from './plan-book.ts';
import type { Value } from './book.ts';

/** All tests of all components in one table, by RFC 4180, with an apostrophe before what a program would compute. */
export function renderCsv(plan: BookPlan): string {
  const columns = columnsFor(plan.candidates);
  const rows = [...runsByComponent(plan)].flatMap(([component, runs]) =>
    runs.map((run) => [
      component,
      ...columns.map((column) => (column.of === 'test' ? column.read(run) : fieldOf(plan, run, column))),
    ]),
  );
  const lines = [['Component', ...columns.map(({ heading }) => heading)], ...rows];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function fieldOf(
  plan: BookPlan,
  run: TestRun,
  { candidate, field }: { candidate: string; field: 'result' | 'tester' | 'day' | 'link' | 'note' },
): Value {
  if (!needs(run, candidate)) return null;
  return plan.results.get(keyOf({ candidate, run: run.id }))?.[field] ?? null;
}

/** Excel and Sheets compute texts that begin like this ("CSV injection", OWASP). */
const COMPUTED = /^[=+\-@\t\r]/;

function csvCell(value: Value): string {
  if (value === null) return '';
  const text = typeof value === 'string' && COMPUTED.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table of numbers by component and candidate. */
export function renderCounts(plan: BookPlan): string {
  const rows = plan.candidates.flatMap((candidate) =>
    [...runsByComponent(plan)].map(([component, runs]) => {
      const counts = countResults(
        runs.filter((run) => needs(run, candidate)),
        candidate,
        plan.results,
      );
      const numbers = [counts.total, counts.pass, counts.fail, counts.blocked, counts['n/a'], counts.open];
      return [candidate, component, ...numbers.map(String)];
    }),
  );
  return markdownTable(['Candidate', 'Component', 'Tests', 'Pass', 'Fail', 'Blocked', 'N/A', 'Open'], rows);
}

/** A table of the tests of one candidate for a page. */
export function renderRuns(plan: BookPlan, candidate: string): string {
  const rows = [...runsByComponent(plan)].flatMap(([component, runs]) =>
    runs
      .filter((run) => needs(run, candidate))
      .map((run) => {
        const result = plan.results.get(keyOf({ candidate, run: run.id }));
        return [
          component,
          run.id,
          escapeMarkdown(run.test.title),
          result?.tester ?? '',
          result?.result ?? 'open',
        ];
      }),
  );
  return markdownTable(['Component', 'ID', 'Test', 'Tester', 'Result'], rows);
}
