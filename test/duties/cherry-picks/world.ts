// A window for cherry-picks as plain data: two releases, what is merged and open, and what one run of the duty wants.
import { readFileSync } from 'node:fs';
import type { LedgerEntry } from '../../../src/domain/observed.ts';
import type { BranchPicks, Fix, Fixes, Pull } from '../../../src/domain/pull.ts';
import type { Standing } from '../../../src/domain/standing.ts';
import type { ApprovalsConfig } from '../../../src/duties/approvals/config.ts';
import type { CherryPicksConfig } from '../../../src/duties/cherry-picks/config.ts';
import { cherryPicksDuty } from '../../../src/duties/cherry-picks/index.ts';
import type { CherryPicksInput } from '../../../src/duties/cherry-picks/input.ts';
import { PULL } from '../approvals/world.ts';
import { at, context, read, trackingIssue } from '../../support/world.ts';

export const CONFIG = readFileSync('test/fixtures/cherry-picks/two-branches.yml', 'utf8');

/** One that is merged and marked for release-0.4. */
export const FIX: Fix = {
  number: 24,
  title: 'Mend the login',
  author: { login: 'bob', bot: false },
  base: 'main',
  mergedAt: at('2026-11-20T10:00:00Z'),
  labels: ['cherry-pick/0.4'],
  commits: [{ oid: '5f1c2e7a9d', title: 'Mend the login (#24)', authoredAt: at('2026-11-19T08:00:00Z') }],
};

/** An open pull request that takes #24 to release-0.4. */
export const PICK: Pull = {
  ...PULL,
  number: 31,
  title: 'Mend the login in 0.4',
  body: 'Cherry-pick of #24',
  author: { login: 'carol', bot: false },
  base: 'release-0.4',
  head: 'login-0.4',
  milestone: undefined,
  createdAt: at('2026-11-21T10:00:00Z'),
};

export interface Setting {
  readonly now?: string;
  readonly config?: string;
  readonly fixes?: readonly Partial<Fix>[];
  readonly pulls?: readonly Partial<Pull>[];
  readonly branches?: readonly Partial<BranchPicks>[];
  readonly facts?: Partial<Fixes> | undefined;
  readonly entries?: readonly LedgerEntry[];
  readonly standing?: readonly Standing[];
  readonly exceptions?: boolean;
}

const NOTHING: readonly BranchPicks[] = ['release-0.4', 'release-0.5'].map((branch) => ({
  branch,
  merged: [],
  commits: [],
}));

const known = new Map<string, ReturnType<typeof read>>();

function readOnce(text: string): ReturnType<typeof read> {
  const found = known.get(text) ?? read(text);
  known.set(text, found);
  return found;
}

/** Ten in the morning, a week and a half after the branches were cut, unless it is said otherwise. */
export function inputOf(setting: Setting = {}): CherryPicksInput {
  const { now = '2026-11-23T10:00:00Z', entries = [], fixes = [{}], pulls = [] } = setting;
  const prepared = readOnce(setting.config ?? CONFIG);
  const { releases, config: written } = prepared;
  const { sections, teams } = written;
  const issues = releases.map((one) =>
    trackingIssue(one.version, { ledger: { commentId: 1, body: '', entries } }),
  );
  const all = pulls.map((pull) => ({ ...PICK, ...pull }));
  const exceptions = { exceptions: () => ({ after: ['cherry-pick-deadline'], deciders: ['alice'] }) };
  return {
    ...context({ now: at(now), releases: [...releases], sections, issues }),
    teams,
    config: sections['cherry-picks'] as CherryPicksConfig,
    told: {
      pickWords: sections['approvals'] as ApprovalsConfig,
      ...(setting.exceptions === true ? exceptions : {}),
    },
    standing: setting.standing,
    observed: {
      ownIssues: issues,
      pulls: all,
      openPulls: all.filter(({ state }) => state === 'open').map(({ number }) => number),
      teamMembers: [],
      fixes: {
        repository: 'acme/demo',
        fixes: fixes.map((fix) => ({ ...FIX, ...fix })),
        branches: NOTHING.map((one, index) => ({ ...one, ...setting.branches?.[index] })),
        ...setting.facts,
      },
    },
  };
}

/** What the duty wants and says, by kind. */
export function run(setting: Setting = {}) {
  const { desired, skips, standing = [], lacks = [] } = cherryPicksDuty.desire(inputOf(setting));
  return {
    sections: desired.flatMap((one) => (one.kind === 'section' ? [one.text] : [])),
    comments: desired.flatMap((one) => (one.kind === 'comment' ? [one] : [])),
    entries: desired.flatMap((one) => (one.kind === 'entry' ? [one] : [])),
    skips,
    lacks,
    standing,
    rows: standing.map(
      ({ release, text, team, owner }) => `${release}: ${text} [${team ?? 'no team'}, ${owner}]`,
    ),
  };
}
