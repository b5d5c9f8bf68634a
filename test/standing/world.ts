// A release a week before its RC1, and things that stand in its way, as plain data.
import type { Release } from '../../src/domain/release.ts';
import type { HeardDuty, Standing, StandingRow } from '../../src/domain/standing.ts';
import { DUTIES } from '../../src/duties/index.ts';
import { standingRows } from '../../src/duties/rows.ts';
import { renderStand } from '../../src/standing/render-stand.ts';
import { type Stand, standOf } from '../../src/standing/stand.ts';
import { at, milestone, release } from '../support/world.ts';

export const RELEASE: Release = release({
  milestones: [
    milestone('code-freeze', '2026-10-27', 'Code freeze'),
    milestone('party', '2026-11-04', 'Party'),
    milestone('rc1', '2026-11-10', 'RC1'),
    milestone('release', '2026-11-24', 'Release'),
  ],
});

/** All that could look did. */
export const HEARD: readonly HeardDuty[] = [
  { name: 'failing-tests', title: 'Failing tests' },
  { name: 'approvals', title: 'Approvals' },
  { name: 'blockers', title: 'Blockers' },
  { name: 'tracking-issue', title: 'Tracking issue' },
];

/** The kinds of all duties. */
export const ROWS: readonly StandingRow[] = standingRows(DUTIES);

export function item(key: string, more: Partial<Standing> = {}): Standing {
  const base = { release: '1.14.0', kind: 'blocker', severity: 'red', owner: 'alice' } as const;
  return { ...base, key, text: key, ...more };
}

export interface Setting {
  readonly standing?: readonly Standing[];
  readonly heard?: readonly HeardDuty[];
  readonly teams?: readonly string[];
  readonly now?: string;
  readonly release?: Release;
  readonly rows?: readonly StandingRow[];
}

export function stand(setting: Setting = {}): Stand {
  const now = at(setting.now ?? '2026-11-03T10:00:00Z');
  const { standing = [], heard = HEARD, teams = [], release: only = RELEASE, rows = ROWS } = setting;
  return standOf({ release: only, standing, heard, rows, teams, now });
}

export function words(setting: Setting = {}, lines = 8, characters = 6000): string {
  return renderStand(stand(setting), { lines, characters });
}
