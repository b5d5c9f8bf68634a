// The state of one walk over js-yaml's events, and how it tells a problem.
import type { Event } from 'js-yaml';
import type { LocatedProblem, Path } from '../../domain/problem.ts';
import type { Node, Place } from './node.ts';

export interface Composer {
  readonly source: string;
  readonly events: readonly Event[];
  readonly placeAt: (offset: number) => Place;
  readonly anchors: Map<string, { readonly node: Node; readonly size: number }>;
  readonly problems: LocatedProblem[];
  /** Index of the next event. */
  next: number;
  /** Keys and values so far, with aliases spelt out. */
  size: number;
  aliases: number;
  /** Offset at which the last value ended. */
  end: number;
}

export function createComposer(
  source: string,
  events: readonly Event[],
  placeAt: (offset: number) => Place,
): Composer {
  // The first event opens the document.
  return { source, events, placeAt, anchors: new Map(), problems: [], next: 1, size: 0, aliases: 0, end: 0 };
}

/** Notes an error of the value at the path; reading goes on. */
export function tell(
  composer: Composer,
  path: Path,
  at: Place,
  words: { readonly code: string; readonly message: string; readonly fix: string },
): void {
  composer.problems.push({ ...words, severity: 'error', path, line: at.line, column: at.column });
}
