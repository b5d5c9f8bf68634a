// From the text of a seed file to a seed, or to everything that is wrong with it, each at its line.
import { FAILSAFE_SCHEMA, YAMLException, load, nullCoreTag } from 'js-yaml';
import type * as z from 'zod';
import type { IssueParams } from './fields.ts';
import { missingNames } from './missing-names.ts';
import { type Locate, type Place, placeAt, placesOf } from './places.ts';
import { type SeedFile, seedSchema } from './schema.ts';

/** What is wrong, where, and how to write it right. */
export interface SeedProblem extends Place {
  readonly message: string;
  readonly mend: string;
}

export type SeedReading =
  | { readonly ok: true; readonly seed: SeedFile }
  | { readonly ok: false; readonly problems: readonly SeedProblem[] };

/** Every scalar stays text, but for `null`, `~` and nothing at all: `1.0` is a name, not a number. */
const TEXTS = FAILSAFE_SCHEMA.withTags(nullCoreTag);

/** In megabytes of UTF-8: some ten thousand pull requests with their reviews and checks. */
const LARGEST = 32;

/** Reads YAML, and JSON as a part of it. Never throws for any text. */
export function readSeed(text: string): SeedReading {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const large = tooLarge(source);
  if (large !== undefined) return { ok: false, problems: [large] };
  try {
    return readValue(load(source, { schema: TEXTS }), placesOf(source));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const mend = 'Write YAML or JSON: "key: value" on each line, with spaces for what belongs below.';
    const offset = Math.min(error.mark?.position ?? 0, source.trimEnd().length);
    return { ok: false, problems: [{ ...placeAt(source, offset), message: `${error.reason}.`, mend }] };
  }
}

/** Told at the first character that is too many. */
function tooLarge(source: string): SeedProblem | undefined {
  const most = LARGEST * 1024 * 1024;
  const bytes = Buffer.byteLength(source);
  if (bytes <= most) return undefined;
  const offset = Buffer.from(source).subarray(0, most).toString('utf8').length;
  const message = `The seed has ${Math.ceil(bytes / 1024 / 1024)} MB; at most ${LARGEST} MB are read.`;
  return { ...placeAt(source, offset), message, mend: 'Leave out what the trial does not need.' };
}

function readValue(value: unknown, locate: Locate): SeedReading {
  const decoded = seedSchema.safeParse(value);
  if (!decoded.success)
    return { ok: false, problems: decoded.error.issues.map((issue) => problemOf(issue, locate)) };
  const problems = missingNames(decoded.data).map(({ path, ...rest }) => ({ ...rest, ...locate(path) }));
  return problems.length === 0 ? { ok: true, seed: decoded.data } : { ok: false, problems };
}

function problemOf(issue: z.core.$ZodIssue, locate: Locate): SeedProblem {
  const path = issue.path as (string | number)[];
  // What is wrong with a key of the user's choice lies one level deeper.
  const inner = issue.code === 'invalid_key' ? issue.issues[0] : undefined;
  if (inner !== undefined) return { ...problemOf(inner, locate), ...locate(path, true) };
  if (issue.code !== 'custom') return { ...locate(path), ...wrongKind(issue) };
  const { mend, atKey } = issue.params as unknown as IssueParams;
  return { ...locate(path, atKey), message: issue.message, mend };
}

function wrongKind(issue: z.core.$ZodIssue): { readonly message: string; readonly mend: string } {
  return issue.code === 'invalid_type' && issue.expected === 'array'
    ? {
        message: 'A list belongs here.',
        mend: 'Write [a, b], or one line for each item that begins with "- ".',
      }
    : { message: 'Keys belong here.', mend: 'Write one "key: value" on each line, indented by two spaces.' };
}
