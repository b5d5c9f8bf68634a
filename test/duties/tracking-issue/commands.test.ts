// What commands change and how they are answered, on plain data.
import { quietWorld } from '../../support/quiet.ts';
import type { Desired } from '../../../src/domain/desired.ts';
import type { Instant } from '../../../src/domain/day.ts';
import type { DutyContext, Reread } from '../../../src/duties/duty.ts';
import type { Ledger } from '../../../src/domain/observed.ts';
import { trackingIssueConfig } from '../../../src/duties/tracking-issue/config.ts';
import { hearCommands } from '../../../src/duties/tracking-issue/answer/hear.ts';
import { prepare } from '../../../src/run/reconcile.ts';
import { smallConfig } from '../../support/small-cycle.ts';
import { context, ledgerState, ownIssue, read, releaseOf, sourceOf } from '../../support/world.ts';
import type { CommandComment, Permission } from '../../../src/domain/command-comment.ts';

const TEXT = smallConfig({
  more: [
    { id: 'blog', title: 'Write the blog' },
    { id: 'blog-post', title: 'Write the blog post' },
    { id: 'year-2020', title: 'Look back at 2020' },
  ],
}).replace('shadow: [bob]', 'shadow: [bob, acme/docs]');

const prepared = read(TEXT);
const { releases } = prepared;
const release = releaseOf(prepared);

const TRACKING = 'v2.0.0/tracking-issue';
const BLOG = 'v2.0.0/task/blog';

interface Saying {
  readonly author?: string;
  readonly permission?: Permission;
  readonly issue?: string;
  readonly teams?: CommandComment['teams'];
}

function comment(commentId: number, lines: readonly string[], saying: Saying = {}): CommandComment {
  const { author = 'carol', permission = 'write', issue = TRACKING } = saying;
  const teams = saying.teams ?? { member: [], unknown: [] };
  return { commentId, issue, number: issue === TRACKING ? 1 : 12, author, permission, teams, lines };
}

interface World {
  readonly entries?: readonly string[];
  readonly muted?: readonly string[];
  readonly quiet?: readonly string[];
  readonly teams?: DutyContext<unknown>['teams'];
  readonly reread?: (text: string) => Reread;
}

function withMuted(ledger: Ledger, muted: readonly string[] | undefined): Ledger {
  if (muted === undefined) return ledger;
  return { ...ledger, state: ledgerState({ muted }) };
}

function say(comments: readonly CommandComment[], world: World = {}) {
  const day = release.start;
  const ledger = {
    commentId: 1,
    body: '',
    entries: (world.entries ?? []).map((key) => ({ key, day, text: '' })),
  };
  const sections = world.teams === undefined ? {} : { acknowledge: {} };
  const tracking = ownIssue(TRACKING, 1, { ledger: withMuted(ledger, world.muted) });
  const effects = hearCommands({
    release,
    comments,
    refusals: [],
    context: {
      ...context({
        now: Date.UTC(2020, 0, 8, 12) as Instant,
        releases,
        sections: { ...sections, 'tracking-issue': {} },
        source: { ...sourceOf(prepared), reread: world.reread ?? prepare },
      }),
      config: trackingIssueConfig.parse({}),
      people: Object.fromEntries((world.quiet ?? []).map((login) => [login, { optOut: true }])),
      teams: world.teams ?? {},
      ...quietWorld({ optedOut: world.quiet, releases: [release], issues: [tracking], commands: comments }),
    },
    issues: [tracking, ownIssue(BLOG, 12)],
    state: {
      done: new Set(),
      status: (done) => `done: ${[...done].join()}`,
      mine: () => '',
      audit: (done) => `audit: ${[...done].join()}`,
    },
  });
  const of = <K extends Desired['kind']>(kind: K) =>
    effects.desired.filter((desired): desired is Extract<Desired, { kind: K }> => desired.kind === kind);
  return {
    ...effects,
    replies: of('comment').map(({ body }) => body),
    reactions: of('reaction').map(({ content }) => content),
    log: of('entry').map(({ text }) => text),
    pulls: of('pull'),
  };
}

describe('a task is meant', () => {
  test.each([
    ['by its id', 'blog-post', 'blog-post'],
    ['by its id in capitals', 'BLOG-POST', 'blog-post'],
    ['by a part of its title', 'blog po', 'blog-post'],
    ['by its whole title, though another begins with it', 'write the blog', 'blog'],
    ['by the number of its issue', '#12', 'blog'],
    ['by that number alone', '12', 'blog'],
    ['by a number in its title', '2020', 'year-2020'],
  ])('%s', (_, words, id) => {
    const { done, reactions } = say([comment(1, [`/release done ${words}`])]);
    expect([[...done], reactions]).toEqual([[[id, true]], ['+1']]);
  });

  test('by the issue that the command stands on', () => {
    const { done } = say([comment(1, ['/release done'], { issue: BLOG })]);
    expect([...done.keys()]).toEqual(['blog']);
  });

  test.each([
    ['nothing', '', 'Which task?'],
    ['a number of no task', '#1', '#1 is not the issue of a task of this release.'],
    ['words of no title', 'nothing of that name', 'No task has these words in its title.'],
    ['a misspelt id', 'blog-pots', 'Did you mean `blog-post`?'],
    ['words of several titles', 'the blo', '- `blog` Write the blog, due Fri 17 Jan 2020\n- `blog-post` '],
  ])('not by %s, which is told', (_, words, expected) => {
    const { done, reactions, replies } = say([comment(1, [`/release done ${words}`])]);
    expect([done.size, reactions]).toEqual([0, ['confused']]);
    expect(replies.join()).toContain(expected);
  });
});

describe('a comment with several commands', () => {
  test('is answered once, line by line, and later lines see what earlier ones did', () => {
    const { done, replies, reactions, log } = say([
      comment(1, ['/release done blog', '/release status', '/release undo blog', '/release dun']),
    ]);
    expect([...done]).toEqual([['blog', false]]);
    expect(reactions).toEqual(['confused']);
    expect(replies).toEqual([
      'carol, `/release status`: done: blog\n\ncarol, `/release dun`: Did you mean `/release done`?',
    ]);
    expect(log).toEqual([
      'carol: `/release done blog`, ticked; carol: `/release status`, answered; carol: `/release undo blog`, open again; carol: `/release dun`, not carried out',
    ]);
  });

  test('may not hold too many', () => {
    const lines = ['blog', 'notes', 'theme', 'post', 'blog-post', 'year-2020'].map(
      (id) => `/release done ${id}`,
    );
    const { done, replies } = say([comment(1, lines)]);
    expect(done.size).toBe(5);
    expect(replies.join()).toContain('`/release done year-2020`: A comment can have 5 commands');
  });
});

describe('a refusal', () => {
  const stranger = { author: 'frank', permission: 'read' } as const;

  test('says why once per person, and the log lists the first five', () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      comment(index + 1, ['/release done blog'], stranger),
    );
    const { done, replies, reactions, log } = say(many);
    expect(done.size).toBe(0);
    expect(replies).toEqual([
      "frank, `/release done blog`: You can't do that here. It's open to people with the task's role, release leads, and people with write access.",
    ]);
    expect([reactions.length, new Set(reactions), log.length]).toEqual([8, new Set(['confused']), 5]);
  });

  test('is not told again when the log has one', () => {
    const { replies, log } = say([comment(9, ['/release help'], stranger)], {
      entries: ['v2.0.0/refused/frank/3'],
    });
    expect([replies, log.length]).toEqual([[], 1]);
  });

  test('of a typo is no help for who may not give the command', () => {
    const { replies, reactions } = say([comment(1, ['/release dun'], stranger)]);
    expect([replies, reactions]).toEqual([[], ['confused']]);
  });

  test('names the team that could not be looked up', () => {
    const teams = { member: [], unknown: ['acme/docs'] };
    const { replies } = say([comment(1, ['/release done notes'], { ...stranger, teams })]);
    expect(replies.join()).toContain(
      "relcomms couldn't check whether you are in acme/docs, so it counts that as no",
    );
  });

  test('does not come to who is in the team of the role', () => {
    const teams = { member: ['acme/docs'], unknown: [] };
    const { done } = say([comment(1, ['/release done notes'], { ...stranger, teams })]);
    expect([...done.keys()]).toEqual(['notes']);
  });

  test('comes when GitHub does not say what the person may do', () => {
    const { replies, done } = say([comment(1, ['/release done blog'], { permission: 'unknown' })]);
    expect(done.size).toBe(0);
    expect(replies.join()).toContain("relcomms couldn't check your permissions");
  });
});

describe('mute', () => {
  test('is answered, and taken back', () => {
    const on = say([comment(1, ['/release mute'])]);
    expect(on.replies.join()).toContain('Muted: relcomms no longer mentions or assigns you in v2.0.0.');
    const off = say([comment(2, ['/release unmute'])], { muted: ['carol'] });
    expect(off.replies.join()).toContain('relcomms mentions and assigns you in v2.0.0 again.');
  });

  test('is about oneself only', () => {
    const { replies } = say([comment(1, ['/release mute @bob'])]);
    expect(replies.join()).toContain('This is about yourself only.');
  });

  test('can not take back what the config says, and tells so', () => {
    const { replies } = say([comment(1, ['/release unmute'])], { quiet: ['Carol'] });
    expect(replies.join()).toContain('The config opts you out');
  });

  test.each<[string, World, readonly string[]]>([
    ['who muted before', { muted: ['Bob'] }, []],
    ['who opted out in the config', { quiet: ['bob'] }, []],
    ['who mutes in the same run', {}, ['/release mute']],
  ])('nobody assigns %s by a command', (_, world, first) => {
    const { assign, replies } = say(
      [
        ...(first.length === 0 ? [] : [comment(1, first, { author: 'bob' })]),
        comment(2, ['/release assign blog @bob']),
      ],
      world,
    );
    expect(assign.size).toBe(0);
    expect(replies.join()).toContain('bob asked not to be assigned by relcomms');
  });

  test('does not keep one from taking a task oneself', () => {
    const { assign } = say([comment(1, ['/release take blog'], { author: 'bob' })], { muted: ['bob'] });
    expect([...assign.keys()]).toEqual(['blog']);
  });
});

test.each([
  ['/release assign blog', 'Which person?'],
  ['/release assign blog please', 'Which person?'],
  ['/release assign blog @not/a/login', 'Which person?'],
  ['/release assign notes @bob', 'The task has no open issue to assign.'],
  ['/release skip blog', 'Why? Write `/release skip TASK because REASON`.'],
])('%s is told what is missing', (line, expected) => {
  const { assign, reactions, replies } = say([comment(1, [line], { issue: BLOG })]);
  expect([assign.size, reactions]).toEqual([0, ['confused']]);
  expect(replies.join()).toContain(expected);
});

test('a reason stands in the log whole, and nothing in it is live', () => {
  const reason = `@dave <b>#1</b> \`x\` | <!-- relcomms:state {} --> ${'long '.repeat(40)}end`;
  const { log } = say([comment(1, [`/release skip blog because ${reason}`])]);
  expect(log.join()).toContain('end`, skipped');
  expect(log.join()).not.toMatch(/(?<!\\)\||\n/);
  expect(log.join().replaceAll(/`[^`]*`/g, '')).not.toMatch(/[@<#]/);
});

/** Reads a text as if the release were a day later. */
function aDayLater(text: string): Reread {
  return prepare(text.replace('release: 2020-01-28', 'release: 2020-01-29'));
}

describe('slip', () => {
  const lead = { author: 'alice', permission: 'admin' } as const;
  const line = '/release slip code-freeze +1d because of a bug';

  test('proposes a text that was loaded once more', () => {
    const texts: string[] = [];
    const reread = (text: string) => {
      texts.push(text);
      return prepare(text);
    };
    const { pulls, reactions } = say([comment(1, [line], lead)], { reread });
    expect(pulls.map(({ content }) => content)).toEqual(texts);
    expect([texts.length, reactions]).toEqual([1, ['+1']]);
  });

  test('proposes nothing that does not load', () => {
    const problem = { code: 'x', severity: 'error', path: [], message: 'It is broken.', fix: '' } as const;
    const reread = () => ({ problems: [{ ...problem, line: 7, column: 1 }] });
    const { pulls, reactions, replies } = say([comment(1, [line], lead)], { reread });
    expect([pulls, reactions]).toEqual([[], ['confused']]);
    expect(replies.join()).toContain('The config could not be used with that day: line 7, It is broken.');
  });

  test('proposes nothing that moves something else', () => {
    const { pulls, replies } = say([comment(1, [line], lead)], { reread: aDayLater });
    expect(pulls).toEqual([]);
    expect(replies.join()).toContain('release of v2.0.0 would be on 2020-01-29 instead of on 2020-01-28.');
  });
});

test('who speaks for a team says that it has seen the day; who speaks for none is told so', () => {
  const teams = { api: { github: 'acme/api', paths: [], lead: 'erin' } };
  const world = { teams };
  const given = (author: string, member: string[], more: World = world) =>
    say(
      [comment(9, ['/release seen'], { author, permission: 'read', teams: { member, unknown: [] } })],
      more,
    );
  expect(given('frank', ['acme/api']).reactions).toEqual(['+1']);
  expect(given('Erin', []).reactions).toEqual(['+1']);
  expect(given('frank', ['acme/other']).replies.join()).toContain('members of the teams in the config');
  expect(given('alice', []).replies.join()).toContain('Which team?');
  expect(given('alice', [], {}).replies.join()).toContain('relcomms asks no team here');
});
