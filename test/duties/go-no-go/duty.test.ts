// A vote from its opening to its result: who counts, who is asked, what blocks, and what follows a no-go.
import { at } from '../../support/world.ts';
import { said, startVote, votesIn } from './world.ts';

const OPEN = '2019-11-19T18:00:00Z';
const LATER = '2019-11-20T09:00:00Z';
const LAST = '2019-11-21T16:00:00Z';
const ENDED = '2019-11-21T17:10:00Z';

const ALL_GO = [
  said('Alice', '/release go', LATER),
  said('bob', '/release go', LATER),
  said('eve', '/release go', LATER),
  said('hal', '/release go', LATER, ['acme/web']),
];

function reactions(...all: readonly (readonly [string, 'go' | 'no-go', string])[]) {
  const value = all.map(([login, ballot, when]) => ({ login, ballot, at: at(when) }));
  return { reactions: [{ commentId: 100, found: { known: true, value } as const }] };
}

test('it opens with its window, once, and names everybody who is missing', () => {
  const { run, records, entries, lines, asked } = startVote();
  expect(run({ now: '2019-11-19T16:59:00Z' })).toMatchObject({ comments: [], standing: [] });
  expect(records).toEqual([]);
  const { standing } = run({ now: OPEN });
  expect(standing).toMatchObject([
    {
      kind: 'open-vote',
      severity: 'amber',
      milestone: 'decision',
      text: 'The vote on Final decision, Thu 21 Nov 2019 is open until Thu 21 Nov 17:00 UTC; missing: alice, Bob, acme/api and acme/web',
    },
  ]);
  expect(lines()[0]).toMatch(/^@alice, @Bob, @acme\/api, @acme\/web: Please vote until Thu 21 Nov 17:00 UTC/);
  expect(votesIn(lines())).toEqual({
    alice: 'no vote yet',
    Bob: 'no vote yet',
    'acme/api': 'no vote yet',
    'acme/web': 'no vote yet',
  });
  expect(entries.map(({ key }) => key)).toEqual(['1.0.0/go-no-go/decision/2019-11-21/opened']);
  expect(asked({ now: OPEN })).toEqual([{ commentId: 100, teams: ['acme/web'] }]);
  expect(records[0]?.name).toBe('go-no-go-decision-2019-11-21');
});

test('a release lead opens it early; nobody else does', () => {
  const { run, records } = startVote();
  const early = '2019-11-11T09:00:00Z';
  run({ now: early, said: [said('bob', '/release go-no-go decision', early)] });
  expect(records).toEqual([]);
  const { answers } = run({ now: early, said: [said('alice', '/release go-no-go decision', early)] });
  expect(records).toHaveLength(1);
  expect(answers).toHaveLength(1);
});

test('the last word counts, a comment or a reaction; of a team one no-go is enough', () => {
  const { run, lines } = startVote();
  run({ now: OPEN });
  const first = said('ALICE', '/release no-go because the [build](x) is @red', LATER);
  const stranger = said('zoe', '/release no-go', LATER);
  const { answers } = run({ now: LATER, said: [first, stranger] });
  expect(answers).toEqual([`1.0.0/command/${first.commentId}`]);
  expect(votesIn(lines())).toMatchObject({ alice: 'no-go' });
  expect(lines().join('\n')).not.toContain('@red');
  const react = reactions(
    ['alice', 'go', '2019-11-20T10:00:00Z'],
    ['bob', 'go', '2019-11-20T10:00:00Z'],
    ['eve', 'go', '2019-11-20T10:00:00Z'],
    ['fay', 'no-go', '2019-11-20T09:00:00Z'],
    ['hal', 'go', '2019-11-20T09:00:00Z'],
    ['ivy', 'no-go', '2019-11-20T09:00:00Z'],
  );
  run({ now: '2019-11-20T11:00:00Z', votes: react });
  expect(votesIn(lines())).toEqual({ alice: 'go', Bob: 'go', 'acme/api': 'no-go', 'acme/web': 'go' });
  expect(lines().at(-1)).toBe('Also said, without a vote: ivy (no-go).');
  // Who left the team speaks for it no more, and GitHub's silence is no membership.
  const members = [{ team: 'acme/web', found: { known: true, value: [] } as const }];
  run({ now: '2019-11-20T11:10:00Z', votes: { ...react, members } });
  expect(votesIn(lines())['acme/web']).toBe('no vote yet');
});

test('everybody says go: the result is kept, told once, and nothing after it changes a word', () => {
  const { run, records, entries, lines } = startVote();
  run({ now: OPEN });
  run({ now: LATER, said: ALL_GO });
  const { comments, pulls, standing } = run({ now: ENDED });
  expect(comments.map(({ body }) => body)).toEqual(['**Go** for Final decision, Thu 21 Nov 2019.']);
  expect([pulls, standing]).toEqual([[], []]);
  expect(comments[0]?.mayWait).toBe(true);
  expect(entries.at(-2)?.text).toBe('The vote on Final decision, Thu 21 Nov 2019 ended: go.');
  const text = lines().join('\n');
  const late = said('alice', '/release no-go', '2019-11-21T16:59:00Z');
  const more = run({ now: '2019-11-21T17:30:00Z', said: [late], votes: reactions(['bob', 'no-go', LAST]) });
  expect(more).toMatchObject({ comments: [], standing: [], answers: [] });
  expect(lines().join('\n')).toBe(text);
  expect(records).toHaveLength(1);
});

test('a no-go is red and comes with a pull request that moves what the config says', () => {
  const { run } = startVote();
  run({ now: OPEN });
  run({ now: LATER, said: [...ALL_GO.slice(1), said('alice', '/release no-go because it crashes', LATER)] });
  const { comments, pulls, standing } = run({ now: ENDED });
  expect(comments.map(({ body, pull }) => [body, pull?.words])).toEqual([
    [
      '**No-go** for Final decision, Thu 21 Nov 2019. No-go: alice.',
      'To move release to 2019-12-03, review and merge',
    ],
  ]);
  expect(pulls).toMatchObject([{ title: 'Move Release day of 1.0.0 to 2019-12-03', unasked: true }]);
  expect(pulls[0]?.content).toContain('2019-12-03');
  expect(standing).toMatchObject([
    { kind: 'no-go', severity: 'red', text: 'No-go for Final decision, Thu 21 Nov 2019 from alice' },
  ]);
  // It stays red, and asks for nothing twice.
  expect(run({ now: '2019-11-22T09:00:00Z' })).toMatchObject({
    comments: [],
    pulls: [],
    standing: [{ severity: 'red' }],
  });
});

test('where the date cannot be written, the comment has the command', () => {
  const { run } = startVote(undefined, { roles: ['lead'], slip: 'party' });
  run({ now: OPEN });
  const [comment] = run({ now: ENDED }).comments;
  expect(comment?.pull).toBeUndefined();
  expect(comment?.body).toContain(
    'party has no day. To move it, comment `/release slip party +1w because no-go for Final decision`.',
  );
});

test('what could not be read is never a result', () => {
  const { run, lines } = startVote();
  run({ now: OPEN });
  run({ now: LATER, said: ALL_GO });
  const blind = { reactions: [{ commentId: 100, found: { known: false, why: 'GitHub is down' } as const }] };
  const member = [{ team: 'acme/web', found: { known: false, why: 'no' } as const }];
  for (const votes of [blind, { members: member }, { hasUnheard: true }]) {
    const { comments, standing } = run({ now: ENDED, votes });
    expect([comments, standing[0]?.kind, standing[0]?.severity]).toEqual([[], 'unknown-vote', 'red']);
    expect(lines().join('\n')).toContain('Its result is not known yet');
  }
  expect(run({ now: LATER, votes: blind }).skips).toMatchObject([{ why: 'GitHub is down' }]);
  expect(run({ now: ENDED }).comments[0]?.body).toMatch(/^\*\*Go\*\*/);
});

test('a comment of the vote that is gone begins anew while there is time, and is never a result after it', () => {
  const { run, records } = startVote();
  run({ now: OPEN });
  run({ now: LATER, said: ALL_GO });
  records.pop();
  run({ now: LAST });
  expect(records).toHaveLength(1);
  records.pop();
  expect(run({ now: ENDED })).toMatchObject({ comments: [], standing: [{ kind: 'unknown-vote' }] });
  expect(records).toEqual([]);
});

test('silence is asked about once, from half of the window on, without who wants no pings', () => {
  const { run } = startVote(undefined, { roles: ['lead', 'qa'], window: '4 days' });
  run({ now: '2019-11-18T09:00:00Z' });
  expect(run({ now: '2019-11-19T17:00:00Z' }).comments).toEqual([]);
  const [ask, ...more] = run({ now: '2019-11-20T09:00:00Z', quiet: ['alice'] }).comments;
  expect(more).toEqual([]);
  expect(ask?.body).toMatch(/^@Bob: your vote on \*\*Final decision\*\* is missing\./);
  expect(run({ now: LAST }).comments).toEqual([]);
});

test('a day that moved ends the vote on the old one', () => {
  const before = startVote();
  before.run({ now: OPEN });
  const after = startVote(undefined, VOTE_ELSEWHERE);
  after.records.push({ ...before.records[0], name: 'go-no-go-decision-2019-11-20' } as never);
  after.run({ now: LATER });
  expect(after.records.map(({ name, body }) => [name, body.slice(0, 44)])).toEqual([
    ['go-no-go-decision-2019-11-20', 'The milestone has another day now. This vote'],
    ['go-no-go-decision-2019-11-21', '@alice: Please vote until Thu 21 Nov 17:00 U'],
  ]);
});

const VOTE_ELSEWHERE = { roles: ['lead'] };

test.each([
  ['every', ['go', 'go'], 'go'],
  ['every', ['go', undefined], 'no-go'],
  ['majority', ['go', 'go', 'no-go'], 'go'],
  ['majority', ['go', 'go', 'no-go', undefined], 'no-go'],
  ['apache', ['go', 'go', 'go', 'no-go', undefined, undefined], 'go'],
  ['apache', ['go', 'go'], 'no-go'],
  ['apache', ['go', 'go', 'go', 'no-go', 'no-go', 'no-go'], 'no-go'],
] as const)('%s of %j is %s', (rule, ballots, result) => {
  const people = ballots.map((_, index) => `p${index}`);
  const { run, entries } = startVote(undefined, { people, rule });
  run({ now: OPEN });
  const words = ballots.flatMap((one, index) =>
    one === undefined ? [] : [said(`p${index}`, `/release ${one}`, LATER)],
  );
  run({ now: LATER, said: words });
  run({ now: ENDED });
  expect(entries.at(-2)?.key).toBe(`1.0.0/go-no-go/decision/2019-11-21/result/${result}`);
});
