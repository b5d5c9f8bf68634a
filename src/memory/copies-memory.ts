// What the tracking issue remembers of copies: when they were read, of which schedule, and what was found.
import * as z from 'zod';
import { hiddenData, readHiddenData } from './hidden-data.ts';

const NAME = 'copies';

const wrong = z.object({
  line: z.number(),
  milestone: z.string(),
  written: z.string(),
  says: z.string(),
  becomes: z.string(),
});

const file = z.object({
  key: z.string(),
  oid: z.string().optional(),
  unread: z.string().optional(),
  /** Dates that agree. */
  good: z.number(),
  wrong: z.array(wrong),
  /** Key of the entry in the log that says that a pull request was opened for it. */
  entry: z.string().optional(),
});

const memory = z.object({ day: z.string(), schedule: z.string(), files: z.array(file) });

export type CopiesMemory = z.infer<typeof memory>;

export type CopyMemory = z.infer<typeof file>;

/** Undefined: nothing was read yet, or somebody broke it: it is read anew then. */
export function readCopiesMemory(body: string): CopiesMemory | undefined {
  const read = memory.safeParse(readHiddenData(body, NAME));
  return read.success ? read.data : undefined;
}

export function copiesMemoryLine(data: CopiesMemory): string {
  return hiddenData(NAME, data);
}
