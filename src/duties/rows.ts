// The kinds of things that may stand in the way, collected from the duties that declare them.
import type { StandingRow } from '../domain/standing.ts';
import type { AnyDuty } from './duty.ts';

/** Of duties that are off, too, in the order in which they are told. `asked` are sections that presets switch on. */
export function standingRows(duties: readonly AnyDuty[], asked: readonly string[] = []): StandingRow[] {
  return duties
    .flatMap(({ name, section = name, rows = [] }) =>
      rows.map((row) =>
        row.isShared === true ? row : { ...row, knownBy: name, section, isAsked: asked.includes(section) },
      ),
    )
    .toSorted((a, b) => a.rank - b.rank);
}
