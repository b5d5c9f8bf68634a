// Which lines of a log are about steps of a run sheet: the handoff lists them.
import type { LedgerEntry } from '../domain/observed.ts';
import type { Release } from '../domain/release.ts';
import { keyOf } from '../text/marker.ts';

export function sheetLinePrefix({ version }: Pick<Release, 'version'>): string {
  return `${keyOf(version, 'run-sheet', 'done')}/`;
}

export function isSheetLine(release: Pick<Release, 'version'>, { key }: LedgerEntry): boolean {
  return key.startsWith(sheetLinePrefix(release));
}
