// Kubernetes' published timelines as releases, and their README tables built in the form that the project uses.
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { day } from '../../../src/domain/day.ts';
import type { CopiedMilestone, CopiedRelease } from '../../../src/copies/copied-release.ts';

/** What, who, when as written, day, its other day, week. */
type Row = readonly [string, string, string, string, string, string];

export interface Timeline {
  readonly version: string;
  readonly rows: readonly Row[];
}

export const TIMELINES: readonly Timeline[] = Object.entries(
  load(readFileSync('test/fixtures/copies/kubernetes-timelines.yml', 'utf8')) as Record<string, Row[]>,
).map(([version, rows]) => ({ version, rows }));

/** The table of a README, under a heading of the release. */
export function readmeOf({ version, rows }: Timeline): string {
  const minor = version.replace(/^v|\.0$/g, '');
  const lines = rows.map(([what, who, when, , , week]) => `| ${what} | ${who} | ${when} | ${week} | |`);
  return [
    `# Kubernetes ${minor}`,
    '',
    '## Timeline',
    '',
    '| **What** | **Who** | **When** | **Week** | **CI Signal** |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

/** The rows as milestones of a release in the zone of its team. */
export function releaseOf({ version, rows }: Timeline): CopiedRelease {
  const milestones = rows.map(([what, , when, first, other], index): CopiedMilestone => {
    const isMoment = when.includes(' / ');
    const isRange = !isMoment && other !== '';
    return {
      id: `row-${index}`,
      title: what,
      from: isRange ? day(first) : undefined,
      day: day(other === '' ? first : other),
      zone: 'America/Los_Angeles',
      before: [],
    };
  });
  return { versions: [version], milestones };
}
