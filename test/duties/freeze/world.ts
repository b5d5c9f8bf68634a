// A freeze as plain data: a release, pull requests, and what one run of the duty wants.
import * as z from 'zod';
import type { CommandComment } from '../../../src/domain/command-comment.ts';
import type { LedgerEntry } from '../../../src/domain/observed.ts';
import type { CommitState, ListedPull, Pull, PullCommand } from '../../../src/domain/pull.ts';
import type { Release } from '../../../src/domain/release.ts';
import { type FreezeConfig, freezeConfig } from '../../../src/duties/freeze/config.ts';
import { freezeDuty } from '../../../src/duties/freeze/index.ts';
import type { FreezeInput } from '../../../src/duties/freeze/input.ts';
import { at, context, milestone, release, trackingIssue } from '../../support/world.ts';

/** Frozen from Wednesday, 4 November 2026 on; out on the 24th. */
export const RELEASE: Release = release({
  branch: 'release-1.14',
  milestones: [
    milestone('code-freeze', '2026-11-03', 'Code freeze'),
    milestone('branch-cut', '2026-11-10', 'Branch cut'),
    milestone('cherry-pick-deadline', '2026-11-20', 'Cherry-pick deadline'),
    milestone('release', '2026-11-24', 'Release'),
  ],
  roles: { lead: ['alice'], docs: ['bob'] },
});

export interface PullSetting extends Partial<Omit<Pull, 'comments'>> {
  readonly status?: CommitState | 'unknown';
  readonly comments?: readonly { readonly key: string; readonly minimised?: boolean }[];
  readonly committedAt?: string;
}

export interface Setting {
  readonly now?: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly releases?: readonly Release[];
  readonly pulls?: readonly PullSetting[];
  readonly existing?: readonly string[];
  readonly isPublished?: boolean;
  readonly entries?: readonly LedgerEntry[];
  readonly commands?: readonly Partial<CommandComment>[];
  /** Whether the duty that answers on pull requests is on. */
  readonly approvals?: boolean;
}

export function configOf(section: Readonly<Record<string, unknown>> = {}): FreezeConfig {
  return z.parse(freezeConfig, section);
}

export function pullOf({ status: _status, comments = [], committedAt: _at, ...more }: PullSetting): Pull {
  return {
    number: 7,
    id: 'PR_7',
    title: 'Read the config once',
    body: '',
    author: { login: 'frank', bot: false },
    state: 'open',
    draft: false,
    base: 'main',
    head: 'read-once',
    labels: [],
    files: [],
    filesComplete: true,
    requested: { people: [], teams: [] },
    reviews: [],
    decision: 'none',
    mergeable: 'clean',
    checks: { known: true, value: { state: 'none', requiredFailing: [] } },
    createdAt: at('2026-11-05T10:00:00Z'),
    updatedAt: at('2026-11-05T10:00:00Z'),
    commands: [],
    commenters: [],
    ...more,
    comments: {
      known: true,
      value: comments.map(({ key, minimised = false }, index) => ({
        commentId: index + 100,
        nodeId: `IC_${index}`,
        key,
        body: '',
        minimised,
        createdAt: at('2026-11-05T10:00:00Z'),
      })),
    },
  };
}

function listedOf(setting: PullSetting): ListedPull[] {
  const { number, author, state, draft, base, labels, createdAt } = pullOf(setting);
  if (state !== 'open') return [];
  const status: ListedPull['status'] =
    setting.status === 'unknown'
      ? { known: false, why: 'not shown' }
      : { known: true, value: setting.status };
  const committedAt = setting.committedAt === undefined ? undefined : at(setting.committedAt);
  return [{ number, author, draft, base, labels, createdAt, head: `sha-${number}`, committedAt, status }];
}

/** Ten in the morning, two days into the freeze, unless it is said otherwise. */
export function inputOf(setting: Setting = {}): FreezeInput {
  const { releases = [RELEASE], pulls = [{}], entries = [], approvals = true } = setting;
  const config = configOf(setting.config);
  const issues = [trackingIssue(RELEASE.version, { ledger: { commentId: 1, body: '', entries } })];
  const sections = { freeze: config, ...(approvals ? { approvals: {} } : {}) };
  return {
    ...context({ now: at(setting.now ?? '2026-11-05T10:00:00Z'), releases, sections, issues }),
    told: approvals ? { asksOnce: 'approvals' } : {},
    config,
    observed: {
      ownIssues: issues,
      labels: [],
      commands: (setting.commands ?? []).map((one) => ({
        ...commandOf(one),
        issue: '1.14.0/tracking-issue',
        number: 1,
      })),
      pulls: pulls.map(pullOf),
      openPulls: pulls.flatMap(listedOf).map(({ number }) => number),
      listedPulls: pulls.flatMap(listedOf),
      branches: { main: 'main', existing: setting.existing ?? [] },
      publications: [
        {
          version: '1.14.0',
          url: '',
          published: setting.isPublished === true,
          ...(setting.isPublished === true ? {} : { missing: 'tag' as const }),
        },
      ],
    },
  };
}

export function commandOf(more: Partial<PullCommand>): PullCommand {
  const teams = { member: [], unknown: [] };
  return { commentId: 1, author: 'frank', permission: 'read', teams, lines: [], ...more };
}

/** What the duty wants, by kind. */
export function run(setting: Setting = {}) {
  const { desired, skips, standing = [] } = freezeDuty.desire(inputOf(setting));
  const of = <K extends (typeof desired)[number]['kind']>(kind: K) =>
    desired.filter((one): one is Extract<(typeof desired)[number], { kind: K }> => one.kind === kind);
  return {
    statuses: of('status').map(({ pull, state, description }) => [pull, state, description] as const),
    comments: of('pull-comment').map(({ key, body, minimise }) => ({ key, body, minimise })),
    labels: of('pull-label').map(({ name, present }) => [name, present]),
    reactions: of('reaction').map(({ content }) => content),
    entries: of('entry'),
    asked: of('comment').map(({ body }) => body),
    section: of('section')[0]?.text ?? '',
    skips,
    standing: standing.map(({ text }) => text),
  };
}
