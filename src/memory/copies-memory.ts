// What the tracking issue remembers of copies: when they were read, of which schedule, and what was found.
import * as z from 'zod';
import { type AskedCopy, copyKey } from '../domain/copies.ts';
import type { OwnIssue } from '../domain/observed.ts';
import { hiddenData, readHiddenData } from './hidden-data.ts';

const NAME = 'copies';

const wrong = z.object({
  line: z.number(),
  milestone: z.string(),
  written: z.string(),
  says: z.string(),
  becomes: z.string(),
});

const fileRow = z.object({
  key: z.string(),
  oid: z.string().optional(),
  unread: z.string().optional(),
  /** Dates that agree. */
  good: z.number(),
  wrong: z.array(wrong),
  /** Key of the entry in the log that says that a pull request was opened for it. */
  entry: z.string().optional(),
});

const memory = z.object({ day: z.string(), schedule: z.string(), files: z.array(fileRow) });

export type CopiesMemory = z.infer<typeof memory>;

export type CopyMemory = z.infer<typeof fileRow>;

/** Undefined: nothing was read yet, or somebody broke it: it is read anew then. */
export function readCopiesMemory(body: string): CopiesMemory | undefined {
  const read = memory.safeParse(readHiddenData(body, NAME));
  return read.success ? read.data : undefined;
}

export function copiesMemoryLine(data: CopiesMemory): string {
  return hiddenData(NAME, data);
}

/** Of a file here it is known by its ID whether it has changed; one elsewhere is read once a day. */
export function needsReading(
  asked: AskedCopy,
  issues: readonly Pick<OwnIssue, 'key' | 'body' | 'ownBody' | 'ledger'>[],
  oid: string | undefined,
): boolean {
  const issue = issues.find(({ key }) => key === asked.issue);
  if (issue === undefined) return false;
  const last = readCopiesMemory(issue.ownBody ?? issue.body);
  const file = last?.files.find(({ key }) => key === copyKey(asked));
  if (last === undefined || file === undefined || last.schedule !== asked.schedule) return true;
  // What GitHub did not answer is asked again, and so is what no pull request was opened for yet.
  if (file.unread === 'failed' || file.unread === 'limit') return true;
  const entries = issue.ledger?.entries ?? [];
  if (file.entry !== undefined && !entries.some(({ key }) => key === file.entry)) return true;
  return asked.repository === undefined ? file.oid !== oid : last.day !== asked.day;
}
