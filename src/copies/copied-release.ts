// What the finder of copies knows of a release: its versions, and for each milestone its days now and before.
import type { Day } from '../domain/day.ts';

export interface CopiedMilestone {
  readonly id: string;
  readonly title: string;
  /** The first of several days. */
  readonly from?: Day | undefined;
  readonly day: Day;
  readonly at?: string | undefined;
  readonly zone: string;
  /** Days that it had before, as the log tells. */
  readonly before: readonly Day[];
}

export interface CopiedRelease {
  /** One, or those of a train. */
  readonly versions: readonly string[];
  readonly milestones: readonly CopiedMilestone[];
}

export type CopyFormat = 'markdown' | 'yaml' | 'json' | 'ics';

/** How a file is written, by its name; undefined: nobody knows. */
export function formatOf(path: string): CopyFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return FORMATS[ending];
}

const FORMATS: Readonly<Record<string, CopyFormat>> = {
  md: 'markdown',
  mdx: 'markdown',
  markdown: 'markdown',
  yml: 'yaml',
  yaml: 'yaml',
  json: 'json',
  ics: 'ics',
};
