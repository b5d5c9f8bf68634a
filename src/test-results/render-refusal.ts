// Says in one line why a file of test results is not used.
import { oneLine } from './one-line.ts';
import type { JunitReading } from './reading.ts';

/**
 * `reports/a.xml:3:5 is empty. Run it again.`; `file` is its name, from wherever it is read. Undefined for a file that
 * was read. Nothing in it is escaped: names of files and elements may be hostile.
 */
export function renderRefusal(file: string, reading: JunitReading): string | undefined {
  if (reading.kind === 'read') return undefined;
  const name = oneLine(file);
  if (reading.kind === 'other')
    return `${name} holds no test results: its outermost element is <${reading.root}>. Name only JUnit files.`;
  const { line, column, message, fix } = reading;
  const place = line === undefined ? '' : `:${line}:${column}`;
  return `${name}${place} ${message}. ${fix}`;
}
