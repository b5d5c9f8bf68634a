// The last word on pings over wishes of every kind: quiet people are left out, everything else stays byte for byte.
import { NO_COMMANDS } from '../../src/commands/book.ts';
import * as fc from 'fast-check';
import { type Instant, day } from '../../src/domain/day.ts';
import type { Desired } from '../../src/domain/desired.ts';
import { hush } from '../../src/plan/hush.ts';
import { quietOf } from '../../src/people/quiet.ts';
import { mention } from '../../src/text/mention.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import { instant } from '../support/runs.ts';
import { ledgerState } from '../support/world.ts';

const PEOPLE = {
  dave: { slack: 'U0DAVE', optOut: true },
  Carol: { slack: 'U0CAROL', optOut: false },
  alice: { slack: 'U0ALICE', optOut: false },
};

/** Dave opted out of all; carol muted v1 and not v2. */
const QUIET = quietOf({
  people: PEOPLE,
  clock: { now: instant('2020-01-08T12:00:00Z'), zone: 'UTC' },
  releases: [
    { version: 'v1', roles: {} },
    { version: 'v2', roles: {} },
  ],
  issues: {
    known: true,
    value: [
      {
        key: 'v1/tracking-issue',
        ledger: { state: { muted: ['carol'] } },
      } as never,
    ],
  },
  book: NO_COMMANDS,
  commands: [],
});

const LOGINS = ['alice', 'carol', 'Carol', 'dave', 'DAVE', 'bob'] as const;

function quietIn(version: string | undefined, login: string): boolean {
  const name = login.toLowerCase();
  return name === 'dave' || (name === 'carol' && version !== 'v2');
}

/** A text with mentions, and the same with plain names for those who are quiet. */
type Words = (version: string | undefined) => readonly [before: string, after: string];

const words: fc.Arbitrary<Words> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...LOGINS).map((login) => ({ login })),
      fc
        .constantFrom('`@dave`', '@acme/api', 'plain', 'a <!-- @dave --> b', 'a@dave.example')
        .map((text) => ({ text })),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => (version) => {
    const joined = (hushed: boolean): string =>
      pieces
        .map((one) => {
          if ('text' in one) return one.text;
          return hushed && quietIn(version, one.login) ? one.login : mention(one.login);
        })
        .join(', ');
    return [joined(false), joined(true)];
  });

const NOTICE = { audience: 'internal', from: 0 as Instant, until: 1 as Instant, why: 'why' } as const;

/** A wish of each kind about a version, with what has to become of it. */
function wishes(version: string, text: Words, other: Words, login: string): [Desired, Desired | undefined][] {
  const [before, after] = text(version);
  const [anyBefore, anyAfter] = other(undefined);
  const why = 'why';
  const key = `${version}/x`;
  const both = (make: (words: string, general: string) => Desired): [Desired, Desired] => [
    make(before, anyBefore),
    make(after, anyAfter),
  ];
  const assignee = { login, entry: `${key}/assigned`, why };
  const isQuiet = quietIn(version, login);
  const issue = (body: string, assignees: readonly (typeof assignee)[]): Desired => ({
    kind: 'issue',
    key,
    title: '@dave stays: titles mention nobody',
    body: {
      key,
      parts: [
        { kind: 'block', name: 'x', text: body },
        {
          kind: 'checklist',
          groups: [{ id: 'g', heading: body, items: [{ id: 'i', text: body, link: '@dave' }] }],
        },
      ],
    },
    labels: ['@dave'],
    assignees,
    state: 'open',
    pin: false,
    why,
    whyBody: why,
  });
  const id =
    PEOPLE[login.toLowerCase() === 'carol' ? 'Carol' : (login.toLowerCase() as 'dave')]?.slack ?? 'U0OTHER';
  const line = (slack: string | undefined) => ({
    parts: [
      { kind: 'mention' as const, name: login, ...(slack === undefined ? {} : { slack }) },
      { kind: 'mention' as const, name: 'acme/api', slack: 'S0API' },
    ],
  });
  const notice = (channel: string, slack: string | undefined): Desired => ({
    kind: 'notice',
    issue: `${version}/tracking-issue`,
    notice: {
      ...NOTICE,
      key: `${key}/${channel}`,
      target: { kind: 'slack', channel },
      title: '@dave',
      lines: [line(slack)],
    },
    entry: `${key}/${channel}`,
    why,
  });
  const told = (name: string): Desired => ({
    kind: 'entry',
    issue: `${version}/tracking-issue`,
    key: `${key}/${name}`,
    day: day('2020-01-06'),
    text: 'Told.',
    why,
  });
  const state = ledgerState({ assigned: [`x/${login}`] });
  return [
    [issue(before, [assignee]), issue(after, isQuiet ? [] : [assignee])],
    [told('assigned'), isQuiet ? undefined : told('assigned')],
    both((body) => ({
      kind: 'comment',
      issue: 'y',
      key,
      entry: 'z',
      body,
      pull: { branch: 'b', words: body, otherwise: body },
      why,
    })),
    both((body) => ({ kind: 'pull-comment', pull: 1, key, body, why })),
    both(() => ({ kind: 'pull-comment', pull: 1, key, minimise: 'outdated', why })),
    both((text_) => ({ kind: 'section', issue: key, name: 'x', text: text_, why })),
    both((text_) => ({
      kind: 'entry',
      issue: 'y',
      key: `${key}/other`,
      day: day('2020-01-06'),
      text: text_,
      why,
    })),
    both((body) => ({
      kind: 'pull',
      branch: 'b',
      title: '@dave',
      body,
      path: 'p',
      content: '@dave',
      entry: key,
      why,
    })),
    both((body) => ({
      kind: 'reaction',
      commentId: 1,
      content: '+1',
      entry: key,
      excuse: { number: 1, key, body },
      why,
    })),
    both(() => ({ kind: 'reaction', commentId: 1, content: '+1', entry: key, why })),
    both((about) => ({
      kind: 'record',
      issue: key,
      name: 'x',
      title: about,
      about,
      rows: { a: '@dave' },
      why,
    })),
    both((_, description) => ({ kind: 'milestone', title: 'v', description, dueOn: day('2020-01-06'), why })),
    both((_, description) => ({ kind: 'label', name: 'x', color: '000000', description, why })),
    both((_, message) => ({ kind: 'file', branch: 'b', path: 'p', content: '@dave', message, why })),
    both(() => ({ kind: 'state', issue: key, state, why })),
    both(() => ({ kind: 'pull-label', pull: 1, name: '@dave', present: true, why })),
    [notice('#releases', id), notice('#releases', isQuiet ? undefined : id)],
    [notice(id, undefined), isQuiet ? undefined : notice(id, undefined)],
    [told(id), isQuiet ? undefined : told(id)],
  ];
}

test('law: of wishes of every kind only the pings of quiet people go', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('v1', 'v2'),
      words,
      words,
      fc.constantFrom(...LOGINS),
      (version, text, other, login) => {
        const pairs = wishes(version, text, other, login);
        const hushed = hush(
          pairs.map(([desired]) => ({ duty: 'any', desired })),
          QUIET,
          PEOPLE,
        );
        expect(hushed.map(({ desired }) => desired)).toEqual(pairs.flatMap(([, after]) => after ?? []));
        expect(hushed.every(({ duty }) => duty === 'any')).toBe(true);
        const texts = hushed.flatMap(({ desired }) =>
          desired.kind === 'comment' || desired.kind === 'pull-comment' ? [desired.body ?? ''] : [],
        );
        expect(texts.flatMap(mentionsIn).filter((name) => quietIn(version, name))).toEqual([]);
      },
    ),
  );
});

const issueOf = (login: string, more: object): Desired =>
  ({
    kind: 'issue',
    key: 'v1/task/x',
    body: { key: 'v1/task/x', parts: [] },
    assignees: [{ login, entry: 'v1/command/1', why: 'why', ...more }],
  }) as unknown as Desired;

test('who takes a task oneself gets it, pings or not', () => {
  const [kept, gone] = [{ taken: true }, {}].map((more) =>
    hush([{ duty: 'x', desired: issueOf('dave', more) }], QUIET, {}),
  );
  expect(kept).toMatchObject([{ desired: { assignees: [{ login: 'dave' }] } }]);
  expect(gone).toMatchObject([{ desired: { assignees: [] } }]);
});

function kinds(all: readonly Desired[]): string[] {
  const wanted = all.map((desired) => ({ duty: 'x', desired }));
  return hush(wanted, QUIET, {}).map(({ desired }) => desired.kind);
}

test('the line in the log that answers a command stays, since its comment would be heard again without it', () => {
  const entry = { kind: 'entry', key: 'v1/command/1', text: 'x' } as Desired;
  const reaction = { kind: 'reaction', entry: 'v1/command/1' } as Desired;
  expect(kinds([issueOf('dave', {}), entry, reaction])).toEqual(['issue', 'entry', 'reaction']);
  expect(kinds([issueOf('dave', {}), entry])).toEqual(['issue']);
});

function commentAbout(about: readonly string[]): Desired {
  const body = `${mention('carol')}, ${mention('dave')}`;
  return { kind: 'comment', issue: 'v1/tracking-issue', key: 'k', entry: 'k', body, about, why: 'why' };
}

function mentionedIn(about: readonly string[]): string[] {
  return hush([{ duty: 'test', desired: commentAbout(about) }], QUIET, PEOPLE).flatMap(({ desired }) =>
    desired.kind === 'comment' ? mentionsIn(desired.body) : [],
  );
}

test('a comment about several releases mentions whoever wants to hear of one of them', () => {
  expect(mentionedIn(['v1', 'v2'])).toEqual(['carol']);
  expect(mentionedIn(['v1'])).toEqual([]);
});
