// A repository without a config, as data: what a look at it shows, with what a test changes.
import { day } from '../../src/domain/day.ts';
import type { Seen } from '../../src/domain/onboarding.ts';
import { type Asked, type Decision, decideOnboarding } from '../../src/onboard/decide.ts';

/** A Monday. */
export const TODAY = day('2026-11-30');

export function seen(more: Partial<Seen> = {}): Seen {
  return {
    isArchived: false,
    isFork: false,
    hasIssues: true,
    isEmpty: false,
    defaultBranch: 'main',
    owner: { login: 'acme', isPerson: false },
    elsewhere: [],
    milestones: [],
    lastTag: undefined,
    branches: ['main'],
    owners: undefined,
    checklists: [],
    pulls: [],
    kept: undefined,
    ...more,
  };
}

export function decide(more: Partial<Seen> = {}, asked: Partial<Asked> = {}): Decision {
  return decideOnboarding(seen(more), {
    today: TODAY,
    path: '.github/relcomms.yml',
    proposals: [],
    by: 'carol',
    app: undefined,
    isAsked: false,
    lacks: [],
    ...asked,
  });
}

/** The text of the best draft. Throws where nothing is proposed. */
export function configOf(decision: Decision): string {
  if ('why' in decision) throw new Error(decision.why);
  return decision.drafts[0]?.text ?? '';
}
