// A release as the finder of copies knows it: its milestones with the days that they had before, as the log tells them.
import type { CopiedRelease } from '../../copies/copied-release.ts';
import { type Day, parseDay } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { linesOf } from '../../domain/release-line.ts';
import type { Release } from '../../domain/release.ts';

/** `VERSION/moved/rc2/2026-11-17/2026-11-24`. */
const MOVED = /\/moved\/([^/]+)\/(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)(?:\/\d+)?$/;

export function copiedRelease(release: Release, tracking: OwnIssue | undefined): CopiedRelease {
  const former = formerDays(tracking);
  return {
    versions: linesOf(release).map(({ version }) => version),
    milestones: release.milestones.map(({ id, title, from, day, at, zone }) => ({
      id,
      title,
      from,
      day,
      at,
      zone,
      before: (former.get(id) ?? []).filter((one) => one !== day),
    })),
  };
}

function formerDays(tracking: OwnIssue | undefined): Map<string, Day[]> {
  const days = new Map<string, Day[]>();
  const add = (id: string, text: string): void => {
    const day = parseDay(text);
    if (day !== undefined) days.set(id, [...(days.get(id) ?? []), day]);
  };
  for (const { key } of tracking?.ledger?.entries ?? []) {
    const [, id, from, to] = MOVED.exec(key) ?? [];
    if (id === undefined || from === undefined || to === undefined) continue;
    add(id, from);
    add(id, to);
  }
  for (const [id, day] of Object.entries(tracking?.ledger?.state?.days ?? {})) add(id, day);
  return days;
}
