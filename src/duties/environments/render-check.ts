// The words of the check of a candidate: whether it may be merged, and what it waits for.
import type { DesiredCheck } from '../../domain/desired-check.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { shortenWords } from '../../text/shorten.ts';
import { countWords, dayWords, listWords } from '../../text/words.ts';
import { type Gate, type Held, type Reason, teamsAwaited } from './gate.ts';
import { leadWords, link, render } from './render.ts';

/** Characters of a title. */
const MOST = 120;

/** `teams` are ids with their names at GitHub, `issue` the address of the tracking issue. */
export interface CheckWords {
  readonly teams: Readonly<Record<string, { readonly github: string }>>;
  readonly issue: string | undefined;
}

export function checkOf(pull: number, gate: Gate, words: CheckWords): DesiredCheck {
  return {
    kind: 'check',
    pull,
    conclusion: gate.isOpen ? 'success' : 'pending',
    title: shortenWords(titleOf(gate), MOST),
    summary: summaryOf(gate, words),
    why: render.whyCheck(),
  };
}

function titleOf(gate: Gate): string {
  const { candidate, row, isOpen, earliest } = gate;
  if (row.allowed !== undefined && heldIn(gate).length > 0)
    return `${candidate.title} may be merged: ${row.allowed.by} allowed it`;
  if (isOpen) return `${candidate.title} may be merged`;
  const teams = teamsAwaited(gate);
  if (teams > 0) return `${candidate.title} waits for ${countWords(teams, 'team')} to confirm`;
  return earliest === undefined
    ? `${candidate.title} waits for its test environment`
    : `${candidate.title} may be merged on ${dayWords(earliest)} at the earliest`;
}

function summaryOf(gate: Gate, words: CheckWords): string {
  const { row, environments } = gate;
  const held = heldIn(gate);
  const lines = held.flatMap((one) => one.reasons.map((reason) => `- ${reasonWords(one, reason, words)}`));
  const done = environments.filter((one) => !held.includes(one));
  return [
    ...(row.allowed === undefined
      ? []
      : [`${escapeMarkdown(row.allowed.by)} allowed the merge: ${escapeMarkdown(row.allowed.because)}`]),
    ...(lines.length === 0
      ? []
      : [`${row.allowed === undefined ? 'It waits' : 'It would wait'}:`, lines.join('\n')]),
    ...done.map(
      ({ plan }) =>
        `Teams had ${leadWords(plan)} to test in ${escapeMarkdown(plan.name)}, and all confirmed that they can.`,
    ),
    ...(gate.isOpen
      ? []
      : ['A release lead can allow the merge with `/release allow-merge because …` on the tracking issue.']),
    ...(words.issue === undefined ? [] : [`[Tracking issue](<${words.issue}>)`]),
  ].join('\n\n');
}

function heldIn({ environments }: Gate): readonly Held[] {
  return environments.filter(({ reasons }) => reasons.length > 0);
}

function reasonWords({ plan, row }: Held, reason: Reason, { teams }: CheckWords): string {
  const name = escapeMarkdown(plan.name);
  switch (reason.kind) {
    case 'not-ready':
      return `${name} is not ready. Once it is, teams have ${leadWords(plan)} to test.`;
    case 'ended':
      return reason.how === 'gone'
        ? `${name} has not answered since ${dayWords(reason.at)}.`
        : `${name} was taken down on ${dayWords(reason.at)}.`;
    case 'lead-time':
      return `${name} is ready since ${dayWords(reason.ready)}${row.ready?.url === undefined ? '' : ` (${link(row.ready.url)})`}. Teams have ${leadWords(plan)} to test, until ${dayWords(reason.earliest)}.`;
    case 'unconfirmed': {
      const missing = reason.teams.map((team) => escapeMarkdown(teams[team]?.github ?? team));
      return `${listWords(missing)} ${missing.length === 1 ? 'has' : 'have'} not confirmed: one person of each team comments \`/release can-test ${plan.name}\` on the tracking issue.`;
    }
  }
}
