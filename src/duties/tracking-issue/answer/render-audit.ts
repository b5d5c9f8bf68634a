// The answer to `/release audit`: everything that stands before the next milestone, and what nobody knows.
import type { Release } from '../../../domain/release.ts';
import type { Standing } from '../../../domain/standing.ts';
import { renderStand } from '../../../standing/render-stand.ts';
import { standOf } from '../../../standing/stand.ts';
import type { Input } from '../input.ts';

/** Lines of a list and characters of all: a comment holds 65,536, and a person reads less. */
const ROOM = { lines: 40, characters: 30_000 };

/** `late` are the tasks that are late, the commands before this one counted in. */
export function renderAudit(release: Release, input: Input, late: readonly Standing[]): string {
  const { standing = [], heard = [], rows = [], teams, now } = input;
  const stand = standOf({
    release,
    standing: [...standing, ...late],
    heard: [...heard, { name: 'tracking-issue', title: 'Tracking issue' }],
    rows,
    teams: Object.keys(teams),
    now,
  });
  return renderStand(stand, ROOM);
}
