// Case files as plain data: runs the duty, and carries out what it wishes for on issues that are no more than values.
import * as z from 'zod';
import { mergeBody } from '../../../src/body/merge-body.ts';
import type { CommandComment } from '../../../src/domain/command-comment.ts';
import { type Instant, day } from '../../../src/domain/day.ts';
import type { Desired, DesiredIssue } from '../../../src/domain/desired.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import type { Release } from '../../../src/domain/release.ts';
import type { BranchTests } from '../../../src/domain/test-results.ts';
import { failingTestsConfig } from '../../../src/duties/failing-tests/config.ts';
import { failingTestsDuty } from '../../../src/duties/failing-tests/index.ts';
import type { FailingTestsInput } from '../../../src/duties/failing-tests/input.ts';
import { readRecord, recordKey, renderRecord } from '../../../src/memory/record.ts';
import { context, milestone, ownIssue, release, source, spec } from '../../support/world.ts';
import { branch, hour } from './judge/branch.ts';

export const RELEASE: Release = release({
  branch: 'release-1.14',
  milestones: [milestone('rc1', '2026-10-20'), milestone('release', '2026-11-24')],
  roles: { 'release-master': ['alice'], 'scrum-master': ['dave', 'Alice'] },
});

export const TRACKING = '1.14.0/tracking-issue';

const NO_TEAMS = { member: [], unknown: [] };

export interface Setting {
  readonly now?: Instant;
  readonly tests?: Partial<BranchTests>;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly teams?: FailingTestsInput['teams'];
  readonly release?: Release;
  readonly quiet?: readonly string[];
  readonly holidays?: readonly string[];
  /** Titles of GitHub milestones that are there. */
  readonly milestones?: readonly string[];
  /** Logins that GitHub would assign. */
  readonly assignable?: readonly string[];
  readonly owners?: FailingTestsInput['observed']['branchOwners'][number]['file'];
}

const TEAMS: FailingTestsInput['teams'] = {
  api: { github: 'acme/api', paths: [], tests: ['^api/'], lead: 'carol' },
  web: { github: 'acme/web', paths: [], tests: ['^page/'] },
};

/** The issues as they are, and what people have said on them since. */
export interface World {
  readonly issues: readonly OwnIssue[];
  readonly comments: readonly { readonly issue: string; readonly body: string }[];
  readonly commands: readonly CommandComment[];
}

export const EMPTY: World = { issues: [openedFirst(TRACKING, 1)], comments: [], commands: [] };

/** Opened at the beginning, with an empty log. */
export function openedFirst(key: string, number: number, more: Partial<OwnIssue> = {}): OwnIssue {
  const ledger = { commentId: number, body: '', entries: [] };
  return ownIssue(key, number, { createdAt: hour(0), ledger, ...more });
}

/** A command on a case file, by somebody who may write. */
export function says(world: World, author: string, line: string, number = 2): World {
  const { key } = world.issues.find((issue) => issue.number === number) ?? { key: '' };
  const commentId = 1000 + world.comments.length + world.commands.length;
  const comment = {
    commentId,
    issue: key,
    number,
    author,
    permission: 'write' as const,
    teams: NO_TEAMS,
    lines: [line],
  };
  return { ...world, commands: [...world.commands, comment] };
}

export function inputOf(world: World, setting: Setting = {}): FailingTestsInput {
  const { release: only = RELEASE, holidays = [], quiet: optedOut, now = hour(10) } = setting;
  const file = setting.owners ?? { known: true, value: undefined };
  const config = z.parse(failingTestsConfig, setting.config ?? {});
  const sections = { 'failing-tests': config };
  const written = source(spec({ holidays: holidays.map(day) }));
  return {
    ...context({ now, releases: [only], sections, issues: world.issues, optedOut, source: written }),
    config,
    teams: setting.teams ?? TEAMS,
    observed: {
      ownIssues: world.issues,
      branchTests: [branch(30, setting.tests)],
      branchOwners: [{ branch: 'release-1.14', file }],
      commands: world.commands,
      labels: [],
      githubMilestones: (setting.milestones ?? []).map((title, index) => ({
        title,
        number: index + 1,
        state: 'open',
      })),
      assignable: setting.assignable ?? ['carol'],
    },
  };
}

/** One run: what it wished for, and the world after it. */
export function step(world: World, setting: Setting = {}) {
  const answer = failingTestsDuty.desire(inputOf(world, setting));
  const { desired, standing = [] } = answer;
  const section = desired.find((wish) => wish.kind === 'section');
  const after = desired.reduce(carryOut, { ...world, commands: [] });
  return { desired, standing, after, section: section?.kind === 'section' ? section.text : '' };
}

function carryOut(world: World, wish: Desired): World {
  const { issues, comments } = world;
  switch (wish.kind) {
    case 'issue':
      return { ...world, issues: withIssue(issues, wish) };
    case 'comment':
      return { ...world, comments: [...comments, { issue: wish.issue, body: wish.body }] };
    case 'entry':
      return {
        ...world,
        issues: issues.map((issue) => (issue.key === wish.issue ? withEntry(issue, wish) : issue)),
      };
    case 'record': {
      const body = renderRecord(recordKey(wish.issue, wish.name), wish);
      const record = { name: wish.name, commentId: 1, body, rows: readRecord(body) };
      return {
        ...world,
        issues: issues.map((issue) => (issue.key === wish.issue ? { ...issue, records: [record] } : issue)),
      };
    }
    default:
      return world;
  }
}

function withIssue(issues: readonly OwnIssue[], wish: DesiredIssue): readonly OwnIssue[] {
  const found = issues.find(({ key }) => key === wish.key);
  if (found === undefined)
    return [
      ...issues,
      openedFirst(wish.key, issues.length + 1, { body: mergeBody('', wish.body), stateBy: 'us' }),
    ];
  const state = wish.state === 'closed' ? 'closed' : wish.reopen === true ? 'open' : found.state;
  const stateBy = state === found.state ? found.stateBy : ('us' as const);
  const changed = { ...found, body: mergeBody(found.body, wish.body), state, stateBy };
  return issues.map((issue) => (issue === found ? changed : issue));
}

function withEntry(issue: OwnIssue, { key, day: on, text }: Desired & { kind: 'entry' }): OwnIssue {
  const entries = issue.ledger?.entries ?? [];
  if (entries.some((entry) => entry.key === key)) return issue;
  return { ...issue, ledger: { commentId: 1, body: '', entries: [...entries, { key, day: on, text }] } };
}

export function issueOf(world: World, number: number): OwnIssue {
  const found = world.issues.find((issue) => issue.number === number);
  if (found === undefined) throw new Error(`there is no issue ${number}`);
  return found;
}
