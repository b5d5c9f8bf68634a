// The lines of the log about steps: when each was seen done, beside when it was planned.
import type { Instant } from '../../domain/day.ts';
import type { LedgerEntry, OwnIssue } from '../../domain/observed.ts';
import type { Release, Task } from '../../domain/release.ts';
import { keyOf } from '../../text/marker.ts';
import { isSheetLine, sheetLinePrefix } from '../../memory/sheet-line.ts';

export interface DoneStep {
  /** When a run saw it. */
  readonly at: Instant;
  readonly entry: LedgerEntry;
}

/** Of this release day: another day is another sheet. */
export function doneKey(release: Release, { id }: Task, at: Instant): string {
  return `${sheetLinePrefix(release)}${keyOf(release.release, id, String(at))}`;
}

/** By id; the first line of a step counts. */
export function doneSteps(
  release: Release,
  { ledger }: Pick<OwnIssue, 'ledger'>,
): ReadonlyMap<string, DoneStep> {
  const prefix = `${sheetLinePrefix(release)}${release.release}/`;
  const lines = (ledger?.entries ?? []).filter(
    (entry) => isSheetLine(release, entry) && entry.key.startsWith(prefix),
  );
  return new Map(
    lines.toReversed().flatMap((entry): [string, DoneStep][] => {
      const [id = '', at = ''] = entry.key.slice(prefix.length).split('/');
      const instant = Number(at);
      return Number.isSafeInteger(instant)
        ? [[decodeURIComponent(id), { at: instant as Instant, entry }]]
        : [];
    }),
  );
}
