// What became of each mutation, one line of JSON each, so that a stop loses the one at work and no other.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

const result = z.object({
  /** Of the mutation. */
  id: z.string(),
  /** `quick`: neither the tests of its room nor the compiler noticed, and no scenario was asked. */
  how: z.enum(['unit', 'types', 'scenario', 'time', 'survived', 'quick']),
  /** The test that noticed. */
  by: z.string().optional(),
  seconds: z.number(),
});

export type Result = z.infer<typeof result>;

/** The last word on each mutation, by id. A line that was cut off by a stop says nothing. */
export function readResults(path: string): Map<string, Result> {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return new Map(
    lines.flatMap((line) => {
      const one = parsed(line);
      return one === undefined ? [] : [[one.id, one] as const];
    }),
  );
}

export function addResult(path: string, one: Result): void {
  mkdirSync(dirname(path), { recursive: true });
  // A line feed before it ends a line that was cut off.
  appendFileSync(path, `\n${JSON.stringify(one)}`);
}

function parsed(line: string): Result | undefined {
  try {
    return result.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
