// What stands on a pull request: one comment that is made, edited, replaced and folded away, and a label that follows.
import * as fc from 'fast-check';
import type { Instant } from '../../../src/domain/day.ts';
import type { Pull, PullComment } from '../../../src/domain/pull.ts';
import { PULL, type Setting, carryOut, inputOf, run } from './world.ts';
import { at } from '../../support/world.ts';
import { approvals } from '../../../src/duties/approvals/decide.ts';

const FIRST = '2026-10-23T10:00:00Z';
const SECOND = '2026-10-30T10:00:00Z';

/** One run, carried out. */
function step(
  pull: Pull,
  now: string,
  setting: Setting = {},
): { readonly pull: Pull; readonly sent: number; readonly writes: number } {
  const done = carryOut([pull], run({ ...setting, now, pulls: [pull] }).desired, at(now));
  const [after] = done.pulls;
  if (after === undefined) throw new Error('it is gone');
  return { pull: after, sent: done.sent.length, writes: done.writes };
}

function commentsOn(pull: Pull): readonly PullComment[] {
  if (!pull.comments.known) throw new Error(pull.comments.why);
  return pull.comments.value;
}

const shown = (pull: Pull): string[] =>
  commentsOn(pull)
    .filter(({ minimised }) => !minimised)
    .map(({ body }) => body.split('\n\n').slice(1).join('\n\n'));

const asked = step(PULL, FIRST).pull;

test('a first comment says what it blocks, by when, who can unblock it, why them, and what is missing', () => {
  expect(shown(asked)).toEqual([
    [
      '**Needs approval for Code freeze of Autumn release by Tue 3 Nov 2026**, end of the day UTC.',
      '- @alice: was requested as a reviewer',
      'Needs this approval.',
      'relcomms keeps this comment current. To stop reminders here, comment `/release mute` or add the label `relcomms/quiet`.',
    ].join('\n\n'),
  ]);
  expect(asked.labels).toEqual(['needs-approval']);
});

test('in full: owners, teams, the deadline on the reader’s clock, others, and files that GitHub does not list', () => {
  const files = ['src/api/a.ts', 'src/api/b.ts', 'docs/x.md'];
  const pull: Pull = { ...PULL, files, filesComplete: false, requested: { people: ['alice'], teams: [] } };
  const freeze = {
    ...inputOf().releases[0]?.milestones[0],
    zone: 'Europe/Berlin',
    deadline: at('2026-11-03T23:00:00Z'),
  };
  const release = { ...inputOf().releases[0], milestones: [freeze] };
  const { pull: after } = step(pull, '2026-10-30T15:00:00Z', {
    releases: [release as never],
    owners: '/src/ @alice @bob\n/docs/ @acme/docs\n',
    teams: { api: { github: 'acme/api', paths: ['src/api/**'] } },
    people: { alice: { timezone: 'America/New_York' } },
  });
  expect(shown(after)).toEqual([
    [
      '**Needs approval for Code freeze of Autumn release by Tue 3 Nov 2026**, end of the day in Europe/Berlin (Tue 3 Nov 23:00 UTC).',
      [
        '- @alice: owner of `/src/` (line 1 of `.github/CODEOWNERS`), 2 of 3 changed files; by Tue 3 Nov 18:00 in America/New_York',
        '- @acme/api, anybody on the team: owns the paths of `api`, 2 of 3 changed files',
        '- @acme/docs, anybody on the team: owner of `/docs/` (line 2 of `.github/CODEOWNERS`), 1 of 3 changed files',
      ].join('\n'),
      'Needs an approval from each of these 3.',
      'Others who can approve: bob.',
      'GitHub lists only part of the changed files, so there may be more owners.',
      'relcomms keeps this comment current. To stop reminders here, comment `/release mute` or add the label `relcomms/quiet`.',
    ].join('\n\n'),
  ]);
});

test('where no rule of the branch asks for reviews, any of those who are named will do', () => {
  const owners = '/src/api/a.ts @alice\n/src/api/b.ts @bob\n';
  const lines = (decision: Pull['decision']): string =>
    shown(step({ ...PULL, decision, requested: { people: [], teams: [] } }, FIRST, { owners }).pull)[0] ?? '';
  expect(lines('none')).toContain(
    'Needs 1 approval. Any of these 2 can give it, because the branch requires no more.',
  );
  expect(lines('review-required')).toContain('Needs an approval from each of these 2.');
  expect(shown(step({ ...PULL, decision: 'none' }, FIRST).pull)[0]).toContain('Needs this approval.');
});

test('release day goes by the name of the release', () => {
  const { pull } = step(PULL, '2026-11-23T10:00:00Z');
  expect(shown(pull)[0]).toContain('**Needs approval for Autumn release by Tue 24 Nov 2026**');
  const approved = step({ ...pull, decision: 'approved' }, '2026-11-23T11:00:00Z');
  expect(shown(approved.pull)).toEqual(['Approved for Autumn release.']);
});

test('the same state again writes nothing', () => {
  expect(step(asked, FIRST).writes).toBe(0);
  expect(step(asked, '2026-10-26T10:00:00Z').writes).toBe(0);
});

test('a new stage makes a new comment and folds the old one away', () => {
  const { pull, sent } = step(asked, SECOND);
  expect(sent).toBe(1);
  expect(commentsOn(pull).map(({ key, minimised }) => [key, minimised])).toEqual([
    ['1.14.0/approval/421/code-freeze/2026-11-03/7d', true],
    ['1.14.0/approval/421/code-freeze/2026-11-03/2d', false],
  ]);
});

test('who is asked may change: an edit names them, and mentions nobody new', () => {
  const changed = { ...asked, requested: { people: ['bob'], teams: [] } };
  const { pull, sent, writes } = step(changed, '2026-10-23T18:00:00Z');
  expect([sent, writes]).toEqual([0, 1]);
  expect(shown(pull)[0]).toContain('- bob: was requested');
  expect(shown(pull)[0]).not.toContain('@');
  // In working hours bob is told, in a comment of his own.
  const told = step(pull, '2026-10-26T10:00:00Z');
  expect(told.sent).toBe(1);
  expect(shown(told.pull)[0]).toContain('- @bob: was requested');
});

test.each<[string, Partial<Pull>, string]>([
  ['approved', { decision: 'approved' }, 'Approved for Code freeze of Autumn release.'],
  ['draft', { draft: true }, 'This is a draft: relcomms reminds nobody until it is ready for review.'],
  [
    'changes',
    {
      decision: 'changes-requested',
      reviews: [{ author: 'bob', state: 'changes-requested', at: at(FIRST), onBehalfOf: [] }],
    },
    'Its author acts next: changes were requested by bob.',
  ],
  [
    'conflict, outside working hours',
    { mergeable: 'conflict' },
    'Its author acts next: this conflicts with `main`.',
  ],
])('%s: one line is left and the label goes', (_, change, line) => {
  const { pull, sent } = step({ ...asked, ...change }, '2026-10-23T20:00:00Z');
  expect([sent, shown(pull), pull.labels]).toEqual([0, [line], []]);
});

test('what was approved and is not any more is told without a mention until the next stage', () => {
  const { pull: approved } = step({ ...asked, decision: 'approved' }, FIRST);
  const again = step({ ...approved, decision: 'review-required' }, '2026-10-26T10:00:00Z');
  expect([again.sent, again.pull.labels]).toEqual([0, ['needs-approval']]);
  expect(shown(again.pull)).toEqual(shown(asked));
});

test.each<[string, Partial<Pull>]>([
  ['merged', { state: 'merged' }],
  ['closed', { state: 'closed' }],
  ['muted', { labels: ['needs-approval', 'relcomms/quiet'] }],
  ['of no release any more', { milestone: undefined }],
])('%s: the comment is folded away and the label goes', (_, change) => {
  const { pull } = step({ ...asked, ...change }, FIRST);
  expect(shown(pull)).toEqual([]);
  expect(pull.labels).not.toContain('needs-approval');
  expect(step(pull, SECOND).writes).toBe(0);
});

test('a label that people use elsewhere is theirs', () => {
  const foreign = { ...PULL, milestone: undefined, labels: ['needs-approval'] };
  expect(step(foreign, FIRST).writes).toBe(0);
});

test('the author is told what to fix, and the comment of before shrinks', () => {
  const failing: Pull = {
    ...asked,
    checks: { known: true, value: { state: 'failure', requiredFailing: ['build / linux'] } },
  };
  const { pull, sent } = step(failing, '2026-10-26T10:00:00Z');
  expect(sent).toBe(1);
  expect(shown(pull)[0]).toMatch(
    /^@frank, required checks fail: `build \/ linux`\. After you fix this, relcomms asks the approvers\./,
  );
  const mended = step({ ...pull, checks: PULL.checks }, '2026-10-26T11:00:00Z');
  expect(shown(mended.pull)[0]).toContain('- alice: was requested as a reviewer');
  const { pull: broken, sent: again } = step({ ...mended.pull, mergeable: 'conflict' }, SECOND);
  expect(again).toBe(0);
  expect(shown(broken)[0]).toContain('@frank, this conflicts with `main`');
});

test('after the deadline the comment speaks of the next one, and of none after the last', () => {
  expect(shown(step(asked, '2026-11-04T20:00:00Z').pull)[0]).toContain(
    'for RC1 of Autumn release by Tue 10 Nov 2026',
  );
  expect(shown(step(asked, '2026-11-25T20:00:00Z').pull)[0]).toContain('No deadline is left');
});

test('whoever takes the hidden line out of our comment does not make us mention again', () => {
  const broken = commentsOn(asked).map((comment) => ({ ...comment, body: 'I tidied this up' }));
  const { sent, writes } = step({ ...asked, comments: { known: true, value: broken } }, FIRST);
  expect([sent, writes]).toEqual([0, 0]);
});

test('comments of ours about something else are left alone', () => {
  const other = {
    commentId: 1,
    nodeId: 'IC_1',
    key: '1.14.0/other/421',
    body: 'x',
    minimised: false,
    createdAt: at(FIRST),
  };
  const { pull } = step({ ...PULL, comments: { known: true, value: [other] } }, FIRST);
  expect(commentsOn(pull)[0]).toEqual(other);
});

/** The key without the number of a second comment at the same stage. */
function stageOf(key: string): string {
  return key.split('/').slice(0, 6).join('/');
}

const changes = fc.record(
  {
    draft: fc.boolean(),
    decision: fc.constantFrom<Pull['decision']>('approved', 'changes-requested', 'review-required', 'none'),
    mergeable: fc.constantFrom<Pull['mergeable']>('clean', 'conflict', 'unknown'),
    state: fc.constantFrom<Pull['state']>('open', 'merged'),
    milestone: fc.constantFrom('1.14.0', undefined),
    requested: fc.record({
      people: fc.uniqueArray(fc.constantFrom('alice', 'bob', 'carol')),
      teams: fc.uniqueArray(fc.constantFrom('acme/api')),
    }),
    files: fc.uniqueArray(fc.constantFrom('a/1', 'b/1', 'c/1')),
    labels: fc.constantFrom<string[]>([], ['relcomms/quiet']),
  },
  { requiredKeys: [] },
);

test('whatever happens in between: twice is once, and nobody is mentioned twice at a stage', () => {
  const setting: Setting = {
    owners: '/a/ @alice\n/b/ @bob @acme/api\n',
    people: { bob: { timezone: 'Asia/Tokyo' } },
  };
  fc.assert(
    fc.property(
      fc.array(fc.tuple(changes, fc.integer({ min: 0, max: 30 })), { minLength: 1, maxLength: 12 }),
      (script) => {
        let pull = PULL;
        let now = at('2026-10-20T09:00:00Z');
        const told: string[] = [];
        for (const [change, hours] of script) {
          pull = {
            ...pull,
            ...change,
            labels: [...pull.labels.filter((name) => name !== 'relcomms/quiet'), ...(change.labels ?? [])],
          };
          now = (now + hours * 3_600_000) as Instant;
          const first = carryOut([pull], approvals(inputOf({ ...setting, now, pulls: [pull] })).desired, now);
          pull = first.pulls[0] ?? pull;
          const second = carryOut(
            [pull],
            approvals(inputOf({ ...setting, now, pulls: [pull] })).desired,
            now,
          );
          expect([second.writes, second.sent]).toEqual([0, []]);
          told.push(
            ...first.sent.flatMap(({ key, mentions }) => mentions.map((name) => `${stageOf(key)} ${name}`)),
          );
        }
        expect(new Set(told).size).toBe(told.length);
      },
    ),
    { numRuns: 150 },
  );
});
