// What is proposed to each kind of repository, or why nothing is: pure decisions, and configs that a run accepts.
import { day } from '../../src/domain/day.ts';
import type { Seen } from '../../src/domain/onboarding.ts';
import type { Asked } from '../../src/onboard/decide.ts';
import { prepare } from '../../src/run/reconcile.ts';
import { TODAY, configOf, decide } from './world.ts';

const LINES = ['Cut the branch', 'Build the **candidate**', 'Tell [the users](https://acme.example) @bob'];
const CHECKLIST = {
  place: '#12',
  text: `Before we ship:\n${LINES.map((line) => `- [ ] ${line}`).join('\n')}\n`,
};
const OWNERS = { place: 'CODEOWNERS', text: '* @acme/api @bob\n/docs @acme/docs alice@acme.example\n' };

/** A part of the config that is proposed, or of the reason. */
type Kind = readonly [name: string, more: Partial<Seen>, expected: readonly string[], asked: Partial<Asked>];

/** As the App asks when carol has installed it. */
const ASKED: Partial<Asked> = {};

const KINDS: readonly Kind[] = [
  ['empty', { isEmpty: true, defaultBranch: undefined }, ['has no commit yet'], ASKED],
  ['without a default branch', { defaultBranch: undefined }, ['no default branch'], ASKED],
  ['archived', { isArchived: true }, ['is archived'], ASKED],
  ['a fork', { isFork: true }, ['is a fork'], ASKED],
  [
    'with milestones',
    {
      milestones: [
        { title: 'Sprint 7', due: day('2026-12-04') },
        { title: 'v1.1.0', due: day('2026-11-20') },
        { title: 'v1.2.0', due: day('2027-01-12') },
        { title: 'Release v1.3', due: day('2027-03-02') },
      ],
      branches: ['main', 'release-1.1', 'release-1.2'],
    },
    [
      'version: "v1.2.0"\n    release: 2027-01-12\n    branch: "release-1.2"',
      'version: "v1.3"\n    release: 2027-03-02\n    branch: "release-1.3"',
      'open-before: 2 weeks',
    ],
    ASKED,
  ],
  [
    'with a checklist issue',
    { checklists: [CHECKLIST] },
    ['title: "Cut the branch"', 'title: "Build the candidate"', 'title: "Tell the users bob"', 'tasks: none'],
    ASKED,
  ],
  [
    'with CODEOWNERS only',
    { owners: OWNERS },
    ['lead: ["bob"]', 'api: { github: "acme/api" }', 'docs: { github: "acme/docs" }'],
    { by: undefined },
  ],
  [
    'with a config in another place',
    { elsewhere: ['relcomms.yml'] },
    ['move it to .github/relcomms.yml'],
    ASKED,
  ],
  // Its default branch is only read: the config goes by a branch of ours.
  ['with a protected branch', {}, ['version: "1.0.0"\n    release: 2027-01-05', 'extends: [basic]'], ASKED],
  ['without issues', { hasIssues: false }, ['issues are switched off'], ASKED],
  [
    'private, of a person',
    { owner: { login: 'dora', isPerson: true } },
    ['lead: ["dora"]'],
    { by: 'x[bot]' },
  ],
  [
    'renamed, asked before',
    { pulls: [{ number: 3, state: 'open', title: 'Set up relcomms' }] },
    ['#3 is open'],
    ASKED,
  ],
];

test.each(KINDS)('%s', (_, more, expected, asked) => {
  const decision = decide(more, asked);
  const text = 'why' in decision ? decision.why : configOf(decision);
  for (const part of expected) expect(text).toContain(part);
  if ('why' in decision) return;
  const prepared = prepare(text);
  expect('problems' in prepared ? prepared.problems : []).toEqual([]);
});

const CLOSED = { number: 3, state: 'closed', title: 'Set up relcomms' } as const;

test.each<readonly [string, Partial<Seen>, Partial<Asked>, string]>([
  ['closed is no', { pulls: [CLOSED] }, {}, '#3 was closed'],
  ['closed under another title asks again', { pulls: [{ ...CLOSED, title: 'Not yet' }] }, {}, 'proposed'],
  ['a maintainer who asks overrules a no', { pulls: [CLOSED] }, { isAsked: true }, 'proposed'],
  ['merged, and the config is gone', { pulls: [{ ...CLOSED, state: 'merged' }] }, {}, '#3 was merged'],
  ['a later no counts', { pulls: [CLOSED, { ...CLOSED, number: 2, title: 'x' }] }, {}, '#3 was closed'],
  ['somebody proposes a config', {}, { proposals: [8] }, '#8 adds a config already'],
  [
    'an open one counts, whoever asks',
    { pulls: [{ ...CLOSED, state: 'open' }] },
    { isAsked: true },
    '#3 is open',
  ],
  ['a permission is missing', {}, { lacks: ['contents: write'] }, 'lacks contents: write: grant it'],
])('%s', (_, more, asked, why) => {
  const decision = decide(more, asked);
  expect('why' in decision ? decision.why : 'proposed').toContain(why);
});

test('a config that people left on the branch stays as it is', () => {
  expect(configOf(decide({ kept: 'extends: [basic]\n' }))).toBe('extends: [basic]\n');
});

test('the newest release gives the next version where no milestone does', () => {
  for (const [lastTag, version] of [
    ['v2.4.1', 'v2.5.0'],
    ['3.9', '3.10'],
    ['nightly', '1.0.0'],
  ] as const)
    expect(configOf(decide({ lastTag }))).toContain(`version: "${version}"`);
});

test('the first release begins next Monday, or at once when its milestone is near', () => {
  const near = decide({ milestones: [{ title: '2.0', due: day('2026-12-11') }] });
  const prepared = prepare(configOf(near));
  const [release] = 'problems' in prepared ? [] : prepared.releases;
  expect(release && release.start < TODAY).toBe(true);
  expect(configOf(near)).not.toContain('open-before');
});
