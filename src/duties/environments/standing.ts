// What test environments mean for their candidate: late, gone, too short, still up, and teams that have not confirmed.
import { dayAt } from '../../domain/day.ts';
import type { Standing, StandingKind } from '../../domain/standing.ts';
import { LEADING_ROLES } from '../../commands/rights.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { listWords } from '../../text/words.ts';
import { earliestOf } from './gate.ts';
import type { EnvironmentsInput } from './input.ts';
import type { Turned } from './look.ts';
import { type EnvironmentRow, gateOf, rowOf } from './memory.ts';
import type { Plan } from './plans.ts';
import { render } from './render.ts';
import { missingTeams, stateOf } from './turn.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'environment',
    rank: 35,
    title: 'Test environments',
    one: 'test environment with a problem',
    many: 'test environments with a problem',
    isShared: true,
  },
  {
    kind: 'untested',
    rank: 48,
    title: 'Missing test confirmations',
    one: 'missing test confirmation',
    many: 'missing test confirmations',
    isShared: true,
    gate: 'belongs',
  },
];

export function standingOf({ plans, memory }: Turned, input: EnvironmentsInput): Standing[] {
  return plans.flatMap((plan) => {
    const row = rowOf(plan.name, memory);
    const { allowed, pull } = gateOf(plan.candidate.id, memory);
    const merged = pull !== undefined && input.observed.candidates.merged.includes(pull);
    if (stateOf(plan, row, input.now) === 'expired')
      return [about(plan, 'environment', 'amber', render.standing.expired(plan))];
    // Somebody decided, or it is merged: nothing holds the candidate up any more.
    if (allowed !== undefined || merged) return [];
    return [...problemOf(plan, row, input), ...untested(plan, row, input)];
  });
}

function problemOf(plan: Plan, row: EnvironmentRow, { now, source }: EnvironmentsInput): Standing[] {
  const today = dayAt(now, plan.release.timezone);
  const state = stateOf(plan, row, now);
  if (state === 'gone') {
    const at = dayAt(row.ended?.at ?? now, plan.release.timezone);
    return [about(plan, 'environment', 'red', render.standing.gone(plan, at))];
  }
  if (state === 'planned' && today > plan.readyBy)
    return [about(plan, 'environment', 'red', render.standing.late(plan))];
  const earliest = earliestOf(plan, row, source.spec.holidays);
  if (earliest === undefined || earliest <= plan.candidate.day || today >= earliest) return [];
  return [about(plan, 'environment', 'red', render.standing.early(plan, earliest))];
}

/** Amber: they may test as long as the lead time lasts. */
function untested(plan: Plan, row: EnvironmentRow, { teams, now }: EnvironmentsInput): Standing[] {
  if (stateOf(plan, row, now) !== 'ready') return [];
  return missingTeams(plan, row).map((team) => {
    const name = teams[team]?.github ?? team;
    return {
      ...about(plan, 'untested', 'amber', render.standing.untested(plan, name)),
      key: `untested/${plan.name}/${team}`,
      team,
      owner: escapeMarkdown(name),
    };
  });
}

function about(
  { release, candidate, name }: Plan,
  kind: string,
  severity: Standing['severity'],
  text: string,
): Standing {
  const leads = LEADING_ROLES.flatMap((role) => release.roles[role] ?? []);
  return {
    release: release.version,
    kind,
    key: `environment/${name}`,
    severity,
    milestone: candidate.id,
    text,
    owner: leads.length === 0 ? 'release leads' : listWords(leads.map(escapeMarkdown)),
  };
}
