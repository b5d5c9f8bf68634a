// Nothing is called green, or nothing, that nobody looks at: over every set of sections, every state of the branch, and
// every fact that GitHub does not show. `LONG=1` goes through all of them.
import * as fc from 'fast-check';
import type { Observation, Observed } from '../../src/domain/observed.ts';
import type { BranchTests } from '../../src/domain/test-results.ts';
import { DUTIES } from '../../src/duties/index.ts';
import { standingRows } from '../../src/duties/rows.ts';
import { type DutyRun, desireAll } from '../../src/plan/desire.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { reportMarkdown } from '../../src/report/report.ts';
import { standingMarkdown } from '../../src/report/standing-markdown.ts';
import type { Run } from '../../src/run/reconcile.ts';
import { dutyRun } from '../../src/run/duty-run.ts';
import { rounds } from '../support/long.ts';
import { at, read, trackingIssue } from '../support/world.ts';
import type { CommandComment } from '../../src/domain/command-comment.ts';

const NOW = at('2020-01-15T10:00:00Z');

/** One way to switch each of them on. */
const SECTIONS = {
  approvals: '{}',
  'failing-tests': '{}',
  deadlines: '{}',
  acknowledge: '{ milestones: [rc1], before: 1 day }',
  report: '{}',
  slack: '{ dates: [all], digest: { every: 1 week, from: 2020-01-15, to: all } }',
  wiki: '{}',
  calendar: '{}',
} as const;

type Section = keyof typeof SECTIONS;

const BRANCHES = ['good', 'none', 'missing', 'unreadable', 'idle'] as const;

type Branch = (typeof BRANCHES)[number];

/** What GitHub does not show in this look, beside the branch. */
const HIDDEN = ['nothing', 'pulls', 'blockers', 'branchOwners', 'labels', 'fixes', 'no-label'] as const;

type Hidden = (typeof HIDDEN)[number];

const ALL_SECTIONS = Object.keys(SECTIONS) as Section[];

/** Every set of sections with every state of the branch. */
const CASES = Array.from({ length: 2 ** ALL_SECTIONS.length }, (_, bits) =>
  ALL_SECTIONS.filter((_name, index) => (bits & (1 << index)) !== 0),
).flatMap((on) => BRANCHES.map((branch) => ({ on, branch })));

/** Kinds of the rows that each section knows of. */
const WATCHED = { approvals: 'approvals', 'failing-tests': 'failing tests', report: 'blockers' } as const;

function configWith(on: readonly Section[], branch: Branch): string {
  const sections = on.map((name) => `${name}: ${SECTIONS[name]}\n`).join('');
  const named = branch === 'none' ? '' : ', branch: release-2.0';
  return `roles: { lead: [alice] }
teams: { api: { github: acme/api, slack: '#api' } }
audiences: { all: { slack: ['#all'] } }
milestones: { rc1: 2020-01-21 }
tasks: [{ id: notes, title: Notes, due: 2020-01-20 }]
releases: [{ version: v2.0.0, start: 2020-01-06, release: 2020-01-28${named} }]
${sections}`;
}

const CI: BranchTests = {
  branch: 'release-2.0',
  commits: [{ sha: 'a'.repeat(40), at: NOW }],
  jobs: [{ job: 'unit', commit: 'a'.repeat(40), at: NOW, result: 'passed' }],
  reports: [],
  unread: [],
};

function branchTests(branch: Branch): Observation['branchTests'] {
  if (branch === 'unreadable') return { known: false, why: 'HTTP 502' };
  if (branch === 'idle') return { known: true, value: [{ ...CI, jobs: [] }] };
  return { known: true, value: branch === 'good' ? [CI] : [] };
}

const AUDIT: CommandComment = {
  commentId: 7,
  issue: 'v2.0.0/tracking-issue',
  number: 1,
  author: 'alice',
  permission: 'write',
  teams: { member: [], unknown: [] },
  lines: ['/release audit'],
};

/** What is there while nothing stands in the way. */
const CALM: Partial<Observed> = {
  ownIssues: [trackingIssue('v2.0.0')],
  commands: [AUDIT],
  blockers: [],
  pulls: [],
  openPulls: [],
  listedPulls: [],
  branches: { existing: [] },
  fixes: { fixes: [], branches: [] },
  branchOwners: [],
  teamMembers: [],
  teamMentions: [],
  githubMilestones: [],
  labels: [{ name: 'release-blocker' }],
  assignable: [],
  pins: [],
  publications: [],
  evidence: [],
  comparisons: [],
  elsewhere: { own: { known: true, value: [] }, repositories: [] },
  slipPulls: [],
  files: [],
  books: [],
  seen: [],
  votes: { reactions: [], members: [], hasUnheard: false },
  copies: [],
  candidates: { pulls: { known: true, value: [] }, merged: [], deployments: [] },
  testPages: [],
};

/** Everything that a run with these sections says, by what it is said in. */
function saidBy(on: readonly Section[], branch: Branch, hidden: Hidden = 'nothing') {
  const prepared = read(configWith(on, branch));
  const shared: DutyRun = dutyRun(prepared, { now: NOW });
  const known = Object.entries(CALM).map(([fact, value]) => [
    fact,
    fact === hidden ? { known: false, why: 'HTTP 502' } : { known: true, value },
  ]);
  const observation = {
    ...Object.fromEntries(known),
    ...(hidden === 'no-label' ? { labels: { known: true, value: [] } } : {}),
    branchTests: branchTests(branch),
    unheard: { known: true, value: [] },
  } as Observation;
  const wishes = desireAll(shared, observation);
  const run = {
    ...prepared,
    kind: 'applied',
    path: '.github/relcomms.yml',
    plan: { operations: [], left: [], skips: wishes.skips, unknown: wishes.unknown },
    applied: [],
    standing: wishes.standing,
    heard: wishes.heard,
    rows: standingRows(DUTIES, shared.asked),
    observation,
    questions: {},
    setting: {},
  } as unknown as Run;
  const wanted = wishes.wanted.map(({ desired }) => desired);
  return {
    issue: wanted.flatMap((one) => (one.kind === 'section' ? one.text : [])).join('\n'),
    audit: wanted.flatMap((one) => (one.kind === 'comment' ? one.body : [])).join('\n'),
    notices: wanted.flatMap((one) =>
      one.kind === 'notice'
        ? one.notice.lines
            .map(({ parts }) => parts.map((part) => ('text' in part ? part.text : '')).join(''))
            .join('\n')
        : [],
    ),
    summary: `${reportMarkdown(run)}\n${standingMarkdown(run, NOW)}`,
    outputs: outputsOf(run),
  };
}

/** The watching sections that do not see all that they should. */
function blind(on: readonly Section[], branch: Branch): (keyof typeof WATCHED)[] {
  const watching = Object.keys(WATCHED) as (keyof typeof WATCHED)[];
  return watching.filter(
    (name) =>
      !on.includes(name) ||
      (name === 'failing-tests' && branch !== 'good') ||
      (name === 'approvals' && branch === 'none'),
  );
}

const sets = fc.subarray(ALL_SECTIONS);

test('green is said only where every section that is on sees all of it, and what is off is named beside it', () => {
  const greens = new Set<string>();
  fc.assert(
    fc.property(sets, fc.constantFrom(...BRANCHES), (on, branch) => {
      const said = saidBy(on, branch);
      const unseen = blind(on, branch);
      const watching = on.filter((name) => Object.hasOwn(WATCHED, name));
      const mayBeGreen = watching.length > 0 && unseen.every((name) => !on.includes(name));
      for (const text of [said.issue, said.audit, said.summary]) {
        expect(text.includes('**Green')).toBe(
          mayBeGreen && /\*\*(?:Green|Not watched|Not known):\*\*/.test(text),
        );
        expect(text).not.toContain('as it should be');
        if (text.includes('**Green:**')) greens.add(watching.join());
        // What is green while something is off names what is off.
        expect(text.includes('**Green:**') && unseen.length > 0 && !text.includes('**Not watched:**')).toBe(
          false,
        );
      }
    }),
    { numRuns: 100 },
  );
  expect(greens.size).toBeGreaterThan(3);
});

test('no part of a page and no digest says "None" or "No obstacles" of what nobody looks at', () => {
  fc.assert(
    fc.property(sets, fc.constantFrom(...BRANCHES), (on, branch) => {
      const said = saidBy([...new Set<Section>([...on, 'wiki', 'slack'])], branch);
      const unseen = blind(on, branch);
      const page = said.notices.find((text) => text.includes('Contacts')) ?? '';
      const digest = said.notices.find((text) => text.includes('Progress:')) ?? '';
      expect(page).not.toBe('');
      expect(digest).not.toBe('');
      expect(/Failing tests\nNone\./.test(page)).toBe(!unseen.includes('failing-tests'));
      expect(/Blockers\nNone\./.test(page)).toBe(!unseen.includes('report'));
      expect(/Needs approval\nNone\./.test(page)).toBe(!unseen.includes('approvals'));
      expect(digest.includes('No obstacles.')).toBe(unseen.length === 0);
    }),
    { numRuns: 60 },
  );
});

test('numbers of what nobody looks at are empty, not 0', () => {
  fc.assert(
    fc.property(sets, fc.constantFrom(...BRANCHES), (on, branch) => {
      const { outputs } = saidBy(on, branch);
      const unseen = blind(on, branch);
      expect(outputs['failing-tests']).toBe(unseen.includes('failing-tests') ? '' : '0');
      expect(outputs['waiting-approvals']).toBe(on.includes('approvals') ? '0' : '');
    }),
    { numRuns: 60 },
  );
});

/** Which sections a hidden fact blinds. */
const BLINDS: Readonly<Record<Hidden, readonly Section[]>> = {
  nothing: [],
  pulls: ['approvals'],
  fixes: ['approvals'],
  branchOwners: ['approvals'],
  labels: ['approvals', 'report'],
  blockers: ['report'],
  // There is none that a blocker could carry.
  'no-label': ['report'],
};

test('what GitHub does not show is never green, nothing, or as it should be, in any word that anybody reads', () => {
  const every = CASES.flatMap((one) => HIDDEN.map((hidden) => ({ ...one, hidden })));
  const step = rounds(41, 1);
  const chosen = every.filter((_, index) => index % step === 0);
  expect(new Set(chosen.map(({ hidden }) => hidden)).size).toBe(HIDDEN.length);
  for (const { on, branch, hidden } of chosen) {
    const said = saidBy(on, branch, hidden);
    const isBlind =
      BLINDS[hidden].some((name) => on.includes(name)) || blind(on, branch).some((name) => on.includes(name));
    const all = [said.issue, said.audit, said.notices, said.summary].flat().join('\n');
    const place = `${on.join()} ${branch} ${hidden}`;
    expect([place, all.includes('as it should be')]).toEqual([place, false]);
    expect([place, isBlind && /\*\*Green:\*\* nothing|No obstacles\.$/m.test(all)]).toEqual([place, false]);
    const page = said.notices.find((text) => text.includes('Contacts')) ?? '';
    const nothing = (heading: string) => page.includes(`${heading}\nNothing.`);
    expect([place, nothing('Blockers') && BLINDS[hidden].includes('report')]).toEqual([place, false]);
    expect([place, nothing('Needs approval') && BLINDS[hidden].includes('approvals')]).toEqual([
      place,
      false,
    ]);
  }
});
