// A release with few milestones that has slipped by a week, and one before it.
import { day } from '../../../src/domain/day.ts';
import type { CopiedMilestone, CopiedRelease } from '../../../src/copies/copied-release.ts';

const ZONE = { zone: 'America/Los_Angeles' };

const MILESTONES: Readonly<Record<string, readonly CopiedMilestone[]>> = {
  '1.34.0': [
    { id: 'sprint', title: 'Sprint', from: day('2026-10-08'), day: day('2026-10-09'), before: [], ...ZONE },
    { id: 'code-freeze', title: 'Code freeze', day: day('2026-11-10'), before: [day('2026-11-03')], ...ZONE },
    { id: 'release', title: 'Release day', day: day('2026-12-09'), before: [day('2026-12-02')], ...ZONE },
  ],
  '1.33.0': [
    { id: 'code-freeze', title: 'Code freeze', day: day('2026-07-14'), before: [day('2026-07-07')], ...ZONE },
    { id: 'release', title: 'Release day', day: day('2026-08-12'), before: [], ...ZONE },
  ],
};

export function aRelease(version: '1.33.0' | '1.34.0'): CopiedRelease {
  return { versions: [version], milestones: MILESTONES[version] ?? [] };
}
