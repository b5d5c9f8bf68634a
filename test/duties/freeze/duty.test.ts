// What a pull request shows in a freeze: its status, one comment while somebody has to act, and its label.
import { type PullSetting, commandOf, run } from './world.ts';

const FROZEN = 'Frozen until 1.14.0 is out (due Tue 24 Nov). Allowed: pull requests with an exception.';
const KEY = '1.14.0/freeze/7/1';
const ASKED = {
  key: '1.14.0/exception/7/ask/5',
  day: '2026-11-05' as never,
  text: 'frank asked for a freeze exception for #7: it loses data',
};
const ACCEPTED = { ...ASKED, key: '1.14.0/exception/7/accept/6', text: 'alice accepted' };

test('a status and one comment say what holds; what is so already is not written again', () => {
  const { statuses, comments } = run();
  expect(statuses).toEqual([[7, 'failure', FROZEN]]);
  expect(comments).toEqual([
    {
      key: KEY,
      minimise: undefined,
      body: [
        '**`main` is frozen** since Code freeze, Tue 3 Nov 2026, until 1.14.0 is out (due Tue 24 Nov).',
        'Still allowed: pull requests with an exception.',
        'To ask for an exception, comment `/release exception because …` here, with your reason. The decision is made by alice.',
      ].join('\n\n'),
    },
  ]);
  expect(run({ pulls: [{ status: { state: 'failure', description: FROZEN } }] }).statuses).toEqual([]);
});

test.each([
  ['a draft', { draft: true }],
  ['of a bot', { author: { login: 'renovate', bot: true } }],
  ['muted', { labels: ['relcomms/quiet'] }],
  ['opened before the freeze', { createdAt: 1 as never }],
] as const)('%s: a status, and no comment', (_, pull: PullSetting) => {
  const { statuses, comments } = run({ pulls: [pull] });
  expect([statuses.map(([, state]) => state), comments]).toEqual([['failure'], []]);
});

test('pushed to in the freeze: a comment', () => {
  const pull = { createdAt: 1 as never, committedAt: '2026-11-05T09:00:00Z' };
  expect(run({ pulls: [pull] }).comments).toHaveLength(1);
});

test.each([
  ['a label', { labels: ['Kind/Bug'] }, 'Allowed in the freeze by the label kind/bug.'],
  ['an exception', {}, 'Allowed in the freeze by an exception.'],
] as const)('allowed by %s: success, and the comment is folded away', (what, pull, words) => {
  const entries = what === 'an exception' ? [ASKED, ACCEPTED] : [];
  const found = run({
    config: { allow: ['kind/bug'] },
    pulls: [{ ...pull, comments: [{ key: KEY }] }],
    entries,
  });
  expect(found.statuses).toEqual([[7, 'success', words]]);
  expect(found.comments).toEqual([{ key: KEY, minimise: 'resolved', body: undefined }]);
});

test('retargeted or closed: the comment goes; held up once more: a new one', () => {
  for (const pull of [{ base: 'feature' }, { state: 'closed' }] as const) {
    const { comments } = run({ pulls: [{ ...pull, comments: [{ key: KEY }] }] });
    expect(comments).toEqual([{ key: KEY, minimise: 'resolved', body: undefined }]);
  }
  const again = run({ pulls: [{ comments: [{ key: KEY, minimised: true }] }] }).comments;
  expect(again.map(({ key }) => key)).toEqual(['1.14.0/freeze/7/2']);
});

test('waiting: pending, the deciders are asked once, and it is in the way', () => {
  const found = run({ entries: [ASKED] });
  expect(found.statuses.map(([, state]) => state)).toEqual(['pending']);
  expect(found.comments[0]?.body).toContain(`${ASKED.text}. It waits for a decision by alice.`);
  expect(found.asked).toEqual([
    `@alice: 1 freeze exception waits for a decision. Comment \`/release exception accept #NUMBER\` or \`/release exception refuse #NUMBER because …\` here.\n\n- ${ASKED.text}`,
  ]);
  expect(found.standing).toEqual(['#7: a freeze exception waits for a decision']);
  const told = (key: string) => ({ ...ASKED, key: `1.14.0/exception-asked/${key}` });
  expect(run({ entries: [ASKED, told('5')] }).asked).toEqual([]);
  expect(run({ entries: [told('3'), told('4'), ASKED] }).asked).toEqual([]);
  expect(run({ entries: [ASKED], pulls: [{ state: 'closed' }] }).standing).toEqual([]);
});

test('the label says what the log says', () => {
  const config = { label: 'freeze-exception' };
  expect(run({ config, entries: [ASKED, ACCEPTED] }).labels).toEqual([['freeze-exception', true]]);
  const pulls = [{ labels: ['freeze-exception'] }];
  expect(run({ config, entries: [ASKED], pulls }).labels).toEqual([['freeze-exception', false]]);
  expect(run({ config, pulls }).labels).toEqual([]);
});

test('fifty statuses in a run, those that hold up first; one that is not shown is named', () => {
  const pulls = Array.from({ length: 60 }, (_, index) => ({
    number: index + 1,
    labels: index < 30 ? ['ok'] : [],
  }));
  const { statuses, skips } = run({ pulls, config: { allow: ['ok'] } });
  expect(statuses.slice(0, 31).map(([pull]) => pull)).toEqual([
    ...Array.from({ length: 30 }, (_, index) => 60 - index),
    30,
  ]);
  expect([statuses.length, skips.map(({ what }) => what)]).toEqual([50, ['10 commit statuses']]);
  expect(run({ pulls: [{ status: 'unknown' }] })).toMatchObject({
    statuses: [],
    skips: [{ what: '1 commit status', why: 'not shown' }],
  });
});

test('hostile words are dead in the log and the list; the author may ask and not decide', () => {
  const lines = ['/release exception because <b>@alice</b> | `x` #1'];
  const { entries, section } = run({ pulls: [{ commands: [commandOf({ lines })] }] });
  expect(entries[0]?.text).toContain('frank asked for a freeze exception for #7: ');
  for (const text of [entries[0]?.text ?? '', section]) {
    expect(text).not.toMatch(/<b>|(?<!\\)`x`|[^\\]\| |@alice/);
  }
  const decides = commandOf({ lines: ['/release exception accept'] });
  expect(run({ pulls: [{ commands: [decides] }], approvals: false })).toMatchObject({
    reactions: ['confused'],
    comments: [{ key: KEY }],
    entries: [],
  });
});

test('without approvals the freeze answers on pull requests itself', () => {
  const good = commandOf({ lines: ['/release exception because it loses data'] });
  const bad = commandOf({ commentId: 2, lines: ['/release exception'] });
  const { reactions, comments } = run({ pulls: [{ commands: [good, bad] }], approvals: false });
  expect(reactions).toEqual(['+1', 'confused']);
  expect(comments.find(({ key }) => key.startsWith('freeze-answer'))?.body).toContain(
    'Write `/release exception #12',
  );
  expect(run({ pulls: [{ commands: [good] }] }).reactions).toEqual([]);
});
