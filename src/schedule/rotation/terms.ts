// Who has the roles of a release that people take in turn, and who had them before and has them next.
import type { RoleTerm, TermAhead, TermBefore } from '../../domain/release.ts';
import type { BoardingStep, ReleaseSpec, RolesSpec, ScheduleSpec } from '../../domain/spec.ts';
import { type Series, type TurnRelease, laidOut, seriesOf } from './turns.ts';

/** How many releases ahead are told. */
const AHEAD = 2;

export interface ReleaseTerms {
  /** Roles with those whose turn it is. */
  readonly roles: RolesSpec['roles'];
  /** Absent: no role has turns or steps of boarding. */
  readonly terms?: readonly RoleTerm[] | undefined;
}

/** By version; none for a release whose roles are as they are written. */
export type TermsBook = ReadonlyMap<string, ReleaseTerms>;

/** Looks at all releases of a config at once: who has a role in one depends on the others. */
export function termsOf(spec: ScheduleSpec): TermsBook {
  const all = laidOut(spec);
  const series = seriesOf(spec, all);
  const found = new Map<string, ReleaseTerms>();
  for (const { written, own } of all) {
    const { rotations = {}, boarding = {} } = own;
    const roles = [...new Set([...Object.keys(rotations), ...Object.keys(boarding)])];
    if (roles.length === 0) continue;
    const terms = roles.map((role) => termOf(role, written, all, series));
    const held: RolesSpec['roles'] = Object.assign(Object.create(null), own.roles, byRole(terms));
    found.set(written.version, { roles: held, terms });
  }
  return found;
}

function byRole(terms: readonly RoleTerm[]): RolesSpec['roles'] {
  return Object.fromEntries(terms.map(({ role, people }) => [role, people]));
}

function termOf(
  role: string,
  written: ReleaseSpec,
  all: readonly TurnRelease[],
  everySeries: readonly Series[],
): RoleTerm {
  const { version } = written;
  const isThis = (one: TurnRelease): boolean => one.written === written;
  const series = everySeries.find((one) => one.role === role && one.releases.some(isThis));
  const releases = series?.releases ?? all.filter((one) => hasRole(one, role) && isAlike(one, written));
  const place = releases.findIndex(isThis);
  const self = releases[place];
  const previous = releases[place - 1];
  const ahead =
    series === undefined || self === undefined ? [] : releases.slice(place + 1, place + 1 + AHEAD);
  const next = ahead[0]?.written.version;
  const login = next === undefined ? undefined : series?.turns.get(next);
  const { steps = [], leaving } = self?.own.boarding?.[role] ?? {};
  return {
    role,
    people: self === undefined ? [] : peopleIn(role, self, series),
    before:
      previous === undefined
        ? goneBefore(version, series)
        : { version: previous.written.version, people: peopleIn(role, previous, series), end: previous.end },
    inTurn: series !== undefined,
    ahead: ahead.map((one) => aheadOf(role, one, series)),
    ...(next === undefined || login === undefined || isWritten(next, series)
      ? {}
      : { nextTurn: { version: next, login } }),
    boarding: steps,
    leaving: leaving ?? undone(steps),
  };
}

function isWritten(version: string, series: Series | undefined): boolean {
  return series?.rotation.turns.some((turn) => turn.version === version) === true;
}

function aheadOf(role: string, one: TurnRelease, series: Series | undefined): TermAhead {
  const { written, start, release } = one;
  const { version, title = version } = written;
  return { version, title, start, release, people: peopleIn(role, one, series) };
}

function hasRole({ own }: TurnRelease, role: string): boolean {
  return Object.hasOwn(own.roles, role);
}

/** Without turns, the release before is that of the same kind. */
function isAlike(one: TurnRelease, { kind }: ReleaseSpec): boolean {
  return one.written.kind === kind;
}

/** Those who are named go before the turns. */
function peopleIn(
  role: string,
  { own, written }: TurnRelease,
  series: Series | undefined,
): readonly string[] {
  const { roles, rotations } = own;
  if (series === undefined || rotations?.[role]?.isNamed === true) return roles[role] ?? [];
  const login = series.turns.get(written.version);
  return login === undefined ? [] : [login];
}

/** Of a release that is gone from the config the written turns still know who had it. */
function goneBefore(version: string, series: Series | undefined): TermBefore | undefined {
  const { turns = [] } = series?.rotation ?? {};
  const place = turns.findIndex((turn) => turn.version === version);
  const before = turns[place - 1];
  return before === undefined ? undefined : { version: before.version, people: [before.login] };
}

function undone(steps: readonly BoardingStep[]): readonly BoardingStep[] {
  return steps.map((step) => ({ ...step, title: `Undo: ${step.title}` }));
}
