// What a process that judges says, read with mistrust: one line of JSON each, of one shape or not taken at all.
import { serialize } from 'node:v8';
import * as z from 'zod';
import { parseDay } from '../domain/day.ts';
import { FACTS } from '../github/facts/index.ts';
import type { Brief, CheckOutput, Looked, Wanted } from '../run/judgement.ts';

/** What goes in: the config, then what was found when it asked to look. */
export type Told = { readonly brief: Brief } | { readonly looked: Looked };

/** What comes out: that it has begun, what is to be looked at, or what the check says. */
export type Said = { readonly ready: true } | { readonly wanted: Wanted } | { readonly output: CheckOutput };

/** A line of what goes in. Facts hold what JSON has no words for, and come from us alone. */
export function tellLine(told: Told): string {
  return `${serialize(told).toString('base64')}\n`;
}

/** Characters of a line that comes out; a check has some 130,000 characters at most, and a hundred marks. */
export const MOST_CHARACTERS = 2 * 1024 * 1024;

/** GitHub takes no longer texts. */
const TEXT = z.string().max(65_535);

const PLACE = z.int().min(1).max(100_000);

const questions = z.strictObject(
  Object.fromEntries(FACTS.map(({ question, shape }) => [question, (shape as z.ZodType).optional()])),
);

const wanted = z.strictObject({
  questions,
  since: z.string().refine((text) => parseDay(text) !== undefined),
  hasRelease: z.boolean(),
  switchesOff: z.boolean(),
});

/** Marks are for the file that was judged, and for no other. */
function outputOf(path: string) {
  const level = z.enum(['failure', 'warning']);
  const annotation = z.strictObject({
    path: z.literal(path),
    line: PLACE,
    column: PLACE,
    level,
    message: z.string().max(8000),
  });
  return z.strictObject({
    conclusion: z.enum(['success', 'failure', 'neutral']),
    title: z.string().min(1).max(255),
    summary: TEXT,
    text: TEXT,
    annotations: z.array(annotation).max(200),
  });
}

/** Reads one line; undefined when it says anything else. `path` is that of the config. */
export function readSaid(line: string, path: string): Said | undefined {
  const said = z.union([
    z.strictObject({ ready: z.literal(true) }),
    z.strictObject({ wanted }),
    z.strictObject({ output: outputOf(path) }),
  ]);
  const { success, data } = said.safeParse(parsed(line));
  return success ? (data as unknown as Said) : undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
