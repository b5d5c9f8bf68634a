// Pull requests as plain data, and what a run would write on them, carried out on that data.
import * as z from 'zod';
import { type Instant, day } from '../../../src/domain/day.ts';
import type { Desired, DesiredPullComment } from '../../../src/domain/desired.ts';
import type { DesiredForPulls } from '../../../src/duties/approvals/decide.ts';
import type { RepositoryLabel } from '../../../src/domain/observed.ts';
import type { Fixes, Pull, PullComment } from '../../../src/domain/pull.ts';
import type { Release } from '../../../src/domain/release.ts';
import { type ApprovalsConfig, approvalsConfig } from '../../../src/duties/approvals/config.ts';
import { type Approvals, approvals } from '../../../src/duties/approvals/decide.ts';
import type { ApprovalsInput } from '../../../src/duties/approvals/input.ts';
import { mentionsIn } from '../../../sandbox/mail/mentions.ts';
import {
  at,
  context,
  ledgerState,
  milestone,
  release,
  source,
  spec,
  trackingIssue,
} from '../../support/world.ts';

/** Its freeze is on Tuesday, 3 November. */
export const RELEASE: Release = release({
  branch: 'release-1.14',
  milestones: [
    milestone('code-freeze', '2026-11-03', 'Code freeze'),
    milestone('docs-freeze', '2026-11-05', 'Docs freeze'),
    milestone('rc1', '2026-11-10', 'RC1'),
    milestone('cherry-pick-deadline', '2026-11-20', 'Cherry-pick deadline'),
    milestone('release', '2026-11-24', 'Release'),
  ],
});

/** One that waits for alice, was opened three weeks before the freeze and belongs to the release by its milestone. */
export const PULL: Pull = {
  number: 421,
  id: 'PR_421',
  title: 'Read the config once',
  body: '',
  author: { login: 'frank', bot: false },
  state: 'open',
  draft: false,
  base: 'main',
  head: 'read-once',
  labels: [],
  milestone: '1.14.0',
  files: ['src/api/a.ts', 'src/api/b.ts'],
  filesComplete: true,
  requested: { people: ['alice'], teams: [] },
  reviews: [],
  decision: 'review-required',
  mergeable: 'blocked',
  checks: { known: true, value: { state: 'success', requiredFailing: [] } },
  createdAt: at('2026-10-12T10:00:00Z'),
  updatedAt: at('2026-10-12T10:00:00Z'),
  comments: { known: true, value: [] },
  commands: [],
  commenters: [],
};

export interface Setting {
  readonly now?: Instant | string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly pulls?: readonly Pull[];
  readonly fixes?: Fixes;
  readonly releases?: readonly Release[];
  readonly people?: ApprovalsInput['people'];
  readonly teams?: ApprovalsInput['teams'];
  readonly quiet?: readonly string[];
  /** Logins of those who muted the release. */
  readonly muted?: readonly string[];
  readonly owners?: string;
  readonly members?: Readonly<Record<string, readonly string[]>>;
  readonly holidays?: readonly string[];
  readonly timezone?: string;
  /** Those that the repository has. */
  readonly labels?: readonly RepositoryLabel[];
}

export function configOf(section: Readonly<Record<string, unknown>> = {}): ApprovalsConfig {
  return z.parse(approvalsConfig, section);
}

/** Ten in the morning, a week before the freeze, unless it is said otherwise. */
export function inputOf(setting: Setting = {}): ApprovalsInput {
  const { now = '2026-10-27T10:00:00Z', pulls = [PULL], members = {}, owners } = setting;
  const { releases = [RELEASE], muted, quiet: optedOut } = setting;
  const ledger = { commentId: 1, body: '', entries: [], state: ledgerState({ muted }) };
  const issues = muted === undefined ? [] : [trackingIssue(RELEASE.version, { ledger })];
  const file = owners === undefined ? undefined : { path: '.github/CODEOWNERS', text: owners };
  const { timezone = 'UTC', holidays = [] } = setting;
  const written = source(spec({ timezone, holidays: holidays.map(day) }));
  const moment = typeof now === 'string' ? at(now) : now;
  const config = configOf(setting.config);
  const sections = { approvals: config };
  return {
    ...context({ now: moment, releases, sections, issues, optedOut, source: written }),
    config,
    people: setting.people ?? {},
    teams: setting.teams ?? {},
    observed: {
      ownIssues: issues,
      labels: setting.labels ?? [],
      pulls,
      openPulls: pulls.filter(({ state }) => state === 'open').map(({ number }) => number),
      fixes: setting.fixes ?? { fixes: [], branches: [] },
      branchOwners: [...new Set(pulls.map(({ base }) => base))].map((branch) => ({
        branch,
        file: { known: true, value: file },
      })),
      teamMembers: Object.entries(members).map(([team, value]) => ({
        team,
        members: { known: true, value },
      })),
    },
  };
}

export function run(setting: Setting = {}): Approvals {
  return approvals(inputOf(setting));
}

/** Comments that are new, with those whom they mention. */
export interface Sent {
  readonly pull: number;
  readonly key: string;
  readonly body: string;
  readonly mentions: readonly string[];
}

/** What the wishes change on the pull requests, as GitHub would have it afterwards, and what was sent. */
export function carryOut(
  pulls: readonly Pull[],
  desired: readonly (DesiredForPulls | Desired)[],
  now: Instant,
): { readonly pulls: readonly Pull[]; readonly sent: readonly Sent[]; readonly writes: number } {
  const sent: Sent[] = [];
  let writes = 0;
  const after = pulls.map((pull) => {
    let changed = pull;
    for (const wish of desired) {
      if (wish.kind === 'pull-label' && wish.pull === pull.number) {
        const others = changed.labels.filter((name) => name !== wish.name);
        changed = { ...changed, labels: wish.present ? [...others, wish.name] : others };
        writes += 1;
      }
      if (wish.kind !== 'pull-comment' || wish.pull !== pull.number || !changed.comments.known) continue;
      const next = comment(changed.comments.value, wish, now);
      if (next === undefined) continue;
      writes += 1;
      if (next.length > changed.comments.value.length) {
        const body = wish.body ?? '';
        sent.push({ pull: pull.number, key: wish.key, body, mentions: mentionsIn(body) });
      }
      changed = { ...changed, comments: { known: true, value: next } };
    }
    return changed;
  });
  return { pulls: after, sent, writes };
}

/** Undefined when nothing changes. Ids must not depend on the order of pull requests. */
function comment(
  present: readonly PullComment[],
  { key, body, minimise, pull }: DesiredPullComment,
  now: Instant,
): readonly PullComment[] | undefined {
  const found = present.find((one) => one.key === key);
  if (found === undefined) {
    if (body === undefined || minimise !== undefined) return undefined;
    const commentId = pull * 100 + present.length + 1;
    return [
      ...present,
      { commentId, nodeId: `IC_${commentId}`, key, body, minimised: false, createdAt: now },
    ];
  }
  if (found.minimised) return undefined;
  const next = { ...found, body: body ?? found.body, minimised: minimise !== undefined };
  if (next.body === found.body && !next.minimised) return undefined;
  return present.map((one) => (one === found ? next : one));
}
