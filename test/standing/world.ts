// A release a week before its RC1, and things that stand in its way, as plain data.
import { day, endOfDay, parseInstant } from '../../src/domain/day.ts';
import type { Milestone, Release } from '../../src/domain/release.ts';
import type { HeardDuty, Standing, StandingRow } from '../../src/domain/standing.ts';
import { renderStand } from '../../src/standing/render-stand.ts';
import { DUTIES } from '../../src/duties/index.ts';
import { standingRows } from '../../src/duties/rows.ts';
import { type Stand, standOf } from '../../src/standing/stand.ts';

function milestone(id: string, on: string, title: string): Milestone {
  return { id, title, day: day(on), deadline: endOfDay(day(on), 'UTC'), zone: 'UTC', fixed: false, week: 1 };
}

export const RELEASE: Release = {
  version: '1.14.0',
  title: 'Autumn release',
  timezone: 'UTC',
  start: day('2026-10-05'),
  release: day('2026-11-24'),
  end: day('2026-11-29'),
  weeks: [],
  milestones: [
    milestone('code-freeze', '2026-10-27', 'Code freeze'),
    milestone('party', '2026-11-04', 'Party'),
    milestone('rc1', '2026-11-10', 'RC1'),
    milestone('release', '2026-11-24', 'Release'),
  ],
  tasks: [],
  roles: {},
};

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
  const now = parseInstant(setting.now ?? '2026-11-03T10:00:00Z');
  if (now === undefined) throw new RangeError('no instant');
  const { standing = [], heard = HEARD, teams = [], release = RELEASE, rows = ROWS } = setting;
  return standOf({ release, standing, heard, rows, teams, now });
}

export function words(setting: Setting = {}, lines = 8, characters = 6000): string {
  return renderStand(stand(setting), { lines, characters });
}
