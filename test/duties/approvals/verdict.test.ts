// What a pull request waits for, and whom: the rules one by one.
import type { Pull } from '../../../src/domain/pull.ts';
import type { Pending } from '../../../src/duties/approvals/judge/pending.ts';
import type { Judged } from '../../../src/duties/approvals/judge/verdict.ts';
import { PULL, type Setting, inputOf, run } from './world.ts';
import { at } from '../../support/world.ts';
import { decide } from '../../../src/duties/approvals/decide.ts';

const approvedBy = (author: string, onBehalfOf: readonly string[] = []): Pull['reviews'][number] => ({
  author,
  state: 'approved',
  at: at('2026-10-20T10:00:00Z'),
  onBehalfOf,
});
const objection: Pull['reviews'][number] = { ...approvedBy('bob'), state: 'changes-requested' };

function judged(pull: Partial<Pull>, setting: Setting = {}): Judged {
  const [one] = run({ ...setting, pulls: [{ ...PULL, ...pull }] }).judged;
  if (one === undefined) throw new Error('nothing was judged');
  return one;
}

function pending(pull: Partial<Pull>, setting: Setting = {}): Pending {
  const { verdict } = judged(pull, setting);
  if (verdict.kind !== 'waiting') throw new Error(`it is ${verdict.kind}`);
  return verdict.pending;
}

const asked = (pull: Partial<Pull>, setting: Setting = {}): readonly string[] =>
  pending(pull, setting).asks.map(({ name }) => name);

test.each<[string, Partial<Pull>, Record<string, unknown>, Record<string, unknown>]>([
  ['merged', { state: 'merged' }, {}, { kind: 'gone', state: 'merged' }],
  ['closed', { state: 'closed' }, {}, { kind: 'gone', state: 'closed' }],
  ['of no release', { milestone: undefined }, {}, { kind: 'unrelated' }],
  ['muted', { labels: ['relcomms/quiet'] }, {}, { kind: 'left', because: 'quiet' }],
  ['draft', { draft: true }, {}, { kind: 'left', because: 'draft' }],
  ['draft where drafts count', { draft: true }, { drafts: 'yes' }, { kind: 'waiting' }],
  ['bot', { author: { login: 'renovate', bot: true } }, {}, { kind: 'waiting' }],
  [
    'bot where bots do not count',
    { author: { login: 'renovate', bot: true } },
    { bots: 'no' },
    { kind: 'left', because: 'bot' },
  ],
  ['approved', { decision: 'approved' }, {}, { kind: 'approved' }],
  ['approved with failing checks', { decision: 'approved', mergeable: 'conflict' }, {}, { kind: 'approved' }],
  ['no rule, one approval', { decision: 'none', reviews: [approvedBy('bob')] }, {}, { kind: 'approved' }],
  [
    'no rule, approval and objection',
    { decision: 'none', reviews: [approvedBy('alice'), objection] },
    {},
    { kind: 'with-author', fault: { kind: 'changes', by: ['bob'] } },
  ],
  ['no rule, no review', { decision: 'none' }, {}, { kind: 'waiting' }],
  ['a rule that one approval does not satisfy', { reviews: [approvedBy('bob')] }, {}, { kind: 'waiting' }],
  [
    'changes requested',
    { decision: 'changes-requested', reviews: [objection] },
    {},
    { kind: 'with-author', fault: { kind: 'changes', by: ['bob'] } },
  ],
  [
    'conflict',
    { mergeable: 'conflict' },
    {},
    { kind: 'with-author', fault: { kind: 'conflict', base: 'main' } },
  ],
  ['mergeable not known yet', { mergeable: 'unknown' }, {}, { kind: 'waiting' }],
  [
    'required check fails',
    { checks: { known: true, value: { state: 'failure', requiredFailing: ['lint', 'build'] } } },
    {},
    { kind: 'with-author', fault: { kind: 'checks', names: ['build', 'lint'] } },
  ],
  [
    'other check fails',
    { checks: { known: true, value: { state: 'failure', requiredFailing: [] } } },
    {},
    { kind: 'waiting' },
  ],
  [
    'checks run',
    { checks: { known: true, value: { state: 'pending', requiredFailing: [] } } },
    {},
    { kind: 'waiting' },
  ],
  [
    'checks not readable',
    { checks: { known: false, why: 'HTTP 403' } },
    {},
    { kind: 'unknown', why: 'HTTP 403' },
  ],
  [
    'comments not readable',
    { comments: { known: false, why: 'HTTP 502' } },
    {},
    { kind: 'unknown', why: 'HTTP 502' },
  ],
  ['nobody is known', { requested: { people: [], teams: [] } }, {}, { kind: 'nobody' }],
])('%s', (_, pull, config, verdict) => {
  expect(judged(pull, { config }).verdict).toMatchObject(verdict);
});

test('unknown owners of the base branch are not taken for none', () => {
  const input = inputOf();
  const unread = {
    ...input.observed,
    branchOwners: [{ branch: 'main', file: { known: false as const, why: 'HTTP 500' } }],
  };
  const missing = { ...input.observed, branchOwners: [] };
  for (const observed of [unread, missing])
    expect(decide({ ...input, observed }).judged[0]?.verdict.kind).toBe('unknown');
});

test('what is unknown is left as it is and named', () => {
  const { desired, skips } = run({ pulls: [{ ...PULL, checks: { known: false, why: 'HTTP 403' } }] });
  expect(desired.filter(({ kind }) => kind !== 'section')).toEqual([]);
  expect(skips).toEqual([{ duty: 'approvals', what: '#421', why: expect.stringContaining('HTTP 403') }]);
});

describe('who is asked', () => {
  const nobody = { requested: { people: [], teams: [] } };

  test('the owner of the files by the last line that matches', () => {
    expect(asked(nobody, { owners: '* @bob\n/src/api/ @alice\n' })).toEqual(['alice']);
  });

  test('a team for its paths', () => {
    expect(asked(nobody, { teams: { api: { github: 'acme/api', paths: ['src/api/**'] } } })).toEqual([
      'acme/api',
    ]);
    expect(judged(nobody, { teams: { api: { github: 'acme/api', paths: ['lib/**'] } } }).verdict.kind).toBe(
      'nobody',
    );
  });

  test('whoever was requested as a reviewer, when no rule says more', () => {
    expect(asked({})).toEqual(['alice']);
    expect(pending({ requested: { people: ['bob', 'alice'], teams: ['acme/api'] } })).toMatchObject({
      asks: [{ name: 'alice', sources: [{ kind: 'request' }] }],
      others: ['bob', 'acme/api'],
    });
  });

  test('the fewest who cover all files, and the others behind them', () => {
    const owners = '/src/api/a.ts @alice @bob\n/src/api/b.ts @carol @bob\n';
    expect(pending(nobody, { owners })).toMatchObject({
      asks: [{ name: 'bob', files: 2 }],
      others: ['alice', 'carol'],
    });
  });

  test('while an owner has to approve, who else was asked does not unblock it', () => {
    const requested = { people: ['erin'], teams: [] };
    expect(pending({ requested }, { owners: '* @bob\n' })).toMatchObject({
      asks: [{ name: 'bob' }],
      others: ['erin'],
    });
  });

  test('between equals, who was asked already', () => {
    const owners = '* @alice @bob @acme/api\n';
    expect(asked(nobody, { owners })).toEqual(['alice']);
    expect(asked({ requested: { people: ['bob'], teams: [] } }, { owners })).toEqual(['bob']);
    expect(asked({ requested: { people: [], teams: ['acme/api'] } }, { owners })).toEqual(['acme/api']);
  });

  test('never the author', () => {
    expect(asked(nobody, { owners: '* @Frank @bob\n' })).toEqual(['bob']);
    expect(judged(nobody, { owners: '* @frank\n' }).verdict.kind).toBe('nobody');
    expect(asked({ requested: { people: ['frank', 'alice'], teams: [] } })).toEqual(['alice']);
  });

  test('nobody for a rule that has its approval', () => {
    const owners = '/src/api/a.ts @alice\n/src/api/b.ts @bob\n';
    expect(asked({ ...nobody, reviews: [approvedBy('Alice')] }, { owners })).toEqual(['bob']);
  });

  test('nobody for a team of which somebody approved', () => {
    const owners = '/src/api/a.ts @acme/api\n/src/api/b.ts @bob\n';
    const reviews = [approvedBy('alice')];
    expect(asked({ ...nobody, reviews }, { owners })).toContain('acme/api');
    expect(asked({ ...nobody, reviews }, { owners, members: { 'acme/api': ['alice'] } })).toEqual(['bob']);
    expect(asked({ ...nobody, reviews: [approvedBy('alice', ['acme/api'])] }, { owners })).toEqual(['bob']);
    expect(asked({ ...nobody, reviews: [{ ...objection, onBehalfOf: ['acme/api'] }] }, { owners })).toContain(
      'acme/api',
    );
  });

  test('who wants no mentions only where nobody else could', () => {
    const owners = '* @alice @bob\n';
    expect(pending(nobody, { owners, quiet: ['Alice'] })).toMatchObject({
      asks: [{ name: 'bob', quiet: false }],
      others: ['alice'],
    });
    expect(pending(nobody, { owners, muted: ['Alice'] })).toMatchObject({
      asks: [{ name: 'bob', quiet: false }],
      others: ['alice'],
    });
    expect(pending(nobody, { owners: '* @alice\n', quiet: ['alice'] }).asks).toMatchObject([
      { name: 'alice', quiet: true },
    ]);
  });

  test('an address only where nobody else could', () => {
    expect(asked(nobody, { owners: '* docs@example.com @bob\n' })).toEqual(['bob']);
    expect(asked(nobody, { owners: '* docs@example.com\n' })).toEqual(['docs@example.com']);
  });

  test('names that differ in case are one person', () => {
    const owners = '/src/api/a.ts @Alice\n/src/api/b.ts @alice\n';
    expect(asked(nobody, { owners })).toHaveLength(1);
  });
});
