// What a file has to say after a day was changed in it: the law that every splice is held against.
import { parseDayExpression } from '../domain/day-expression.ts';
import type { DayEdit } from '../domain/slip.ts';
import { newWeek, newWeekday } from './splice-claims.ts';

type Values = Readonly<Record<string, unknown>>;

/** The plain values of the file with the edit made; `index` is the place of the release in its list. */
export function expectedValues(file: unknown, index: number, edit: DayEdit): unknown {
  const { releases } = file as { readonly releases: readonly Values[] };
  const changed = releases.map((release, at) => (at === index ? expectedRelease(release, edit) : release));
  return withKeys(file as Values, { releases: changed });
}

function expectedRelease(release: Values, edit: DayEdit): Values {
  const { milestone: id, to, because } = edit;
  if (id === 'start') return withKeys(release, { start: to });
  const milestones = (release['milestones'] ?? empty()) as Values;
  const own = milestones[id];
  if (id !== 'release') {
    const changed = own === undefined ? shortest(to, because) : expectedMilestone(own, edit);
    return withKeys(release, { milestones: withKeys(milestones, { [id]: changed }) });
  }
  const moved = withKeys(release, { release: to, because });
  if (own === undefined) return moved;
  return withKeys(moved, { milestones: withKeys(milestones, { [id]: alongRelease(own, edit) }) });
}

function shortest(on: string, because: string | undefined): unknown {
  return because === undefined ? on : withKeys(empty(), { on, because });
}

function expectedMilestone(own: unknown, edit: DayEdit): unknown {
  if (typeof own === 'string') return edit.follows === true ? own : shortest(edit.to, edit.because);
  const written = own as Values;
  const claims = claimsOf(written, edit);
  if (edit.follows === true) return withKeys(written, claims);
  return withKeys(written, { ...claims, on: edit.to, because: edit.because });
}

function alongRelease(own: unknown, edit: DayEdit): unknown {
  if (typeof own === 'string') return leansOnRelease(own) ? own : edit.to;
  const written = own as Values;
  const on = leansOnRelease(String(written['on'])) ? written['on'] : edit.to;
  return withKeys(written, { ...claimsOf(written, edit), on, because: undefined });
}

/** `release`, `release + 0 days`: the day follows by itself. */
export function leansOnRelease(on: string): boolean {
  const expression = parseDayExpression(on);
  return expression?.kind === 'offset' && expression.anchor === 'release';
}

function claimsOf(written: Values, { to, week }: DayEdit): Values {
  const claims: Record<string, string> = {};
  if (typeof written['weekday'] === 'string') claims['weekday'] = newWeekday(written['weekday'].trim(), to);
  if (typeof written['week'] === 'string')
    claims['week'] = newWeek(written['week'].trim(), String(written['on']).trim(), to, week);
  return claims;
}

/** A copy with keys set; one that is set to undefined is gone. */
function withKeys(values: Values, keys: Values): Values {
  const copy = Object.assign(empty(), values, keys);
  for (const [key, value] of Object.entries(keys)) if (value === undefined) delete copy[key];
  return copy;
}

function empty(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}
