// The words of the section "Test environments" in a tracking issue: each with its state, its address, and who is missing.
import { dayAt } from '../../domain/day.ts';
import type { Instant } from '../../domain/day.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { countWords, dayWords, listWords } from '../../text/words.ts';
import { type Gate, type Held, teamsAwaited } from './gate.ts';
import { accessWords, leadWords, link } from './render.ts';
import { missingTeams, stateOf } from './turn.ts';

type Teams = Readonly<Record<string, { readonly github: string }>>;

export function renderSection(gates: readonly Gate[], teams: Teams, now: Instant): string {
  if (gates.length === 0) return '';
  return ['### Test environments', gates.map((gate) => gateLines(gate, teams, now)).join('\n')].join('\n\n');
}

function gateLines(gate: Gate, teams: Teams, now: Instant): string {
  const { candidate } = gate;
  return [
    `- **${escapeMarkdown(candidate.title)}**, ${dayWords(candidate.day)}: ${gateWords(gate)}`,
    ...gate.environments.map((one) => `  - ${environmentWords(one, teams, now)}`),
  ].join('\n');
}

function gateWords(gate: Gate): string {
  const { row, isOpen, earliest, environments } = gate;
  if (row.allowed !== undefined && environments.some(({ reasons }) => reasons.length > 0))
    return `may be merged. ${escapeMarkdown(row.allowed.by)} allowed it: ${escapeMarkdown(row.allowed.because)}`;
  if (isOpen) return 'may be merged';
  const teams = teamsAwaited(gate);
  if (teams > 0) return `waits for ${countWords(teams, 'team')} to confirm`;
  return earliest === undefined
    ? 'waits for its test environment'
    : `may be merged on ${dayWords(earliest)} at the earliest`;
}

function environmentWords({ plan, row }: Held, teams: Teams, now: Instant): string {
  const name = escapeMarkdown(plan.name);
  const address = row.ready?.url === undefined ? '' : ` at ${link(row.ready.url)}`;
  const access = plan.config.access === undefined ? '' : ` Access: ${accessWords(plan.config.access)}.`;
  switch (stateOf(plan, row, now)) {
    case 'planned':
      return `${name}: to be ready by ${dayWords(plan.readyBy)}, so that teams have ${leadWords(plan)} to test`;
    case 'gone':
      return `${name}: has not answered since ${endWords(row, plan)}`;
    case 'down':
      return `${name}: taken down on ${endWords(row, plan)}`;
    case 'expired':
      return `${name}: to be taken down, planned until ${dayWords(plan.until)}`;
    case 'ready':
    case 'confirmed': {
      const missing = missingTeams(plan, row).map((team) => escapeMarkdown(teams[team]?.github ?? team));
      const rest = missing.length === 0 ? 'All teams confirmed.' : `Not confirmed: ${listWords(missing)}.`;
      return `${name}: ready${address}, until ${dayWords(plan.until)}.${access} ${rest}${row.unreached === true ? " relcomms can't reach it from here." : ''}`;
    }
  }
}

function endWords({ ended }: Held['row'], { release }: Held['plan']): string {
  return ended === undefined ? '' : dayWords(dayAt(ended.at, release.timezone));
}
