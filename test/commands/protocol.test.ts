// One protocol for all commands: place, right, limit and answer, on duties that exist in this test only.
import { type Desk, answerComment } from '../../src/commands/answer-comment.ts';
import { type DutyPart, helpOf, namesOf } from '../../src/commands/book.ts';
import { carryOutComment } from '../../src/commands/carry-out.ts';
import { usageOf } from '../../src/commands/command.ts';
import { commandsPage } from '../../src/commands/commands-page.ts';
import { effectsOf } from '../../src/commands/effects-of.ts';
import type { CommandComment, Refusal } from '../../src/domain/command-comment.ts';
import type { Desired } from '../../src/domain/desired.ts';
import { NOW, RELEASE, bookWith, comment, ring } from './two-duties.ts';

interface World {
  readonly bells?: Partial<DutyPart>;
  readonly logged?: readonly string[];
  readonly refusals?: readonly Refusal[];
  readonly place?: string;
}

/** Answers comments one after the other, as the duty that keeps the place does. */
function say(comments: readonly CommandComment[], { bells, logged = [], refusals = [], place }: World = {}) {
  const desk: Omit<Desk<number>, 'refusals'> = {
    book: bookWith(bells),
    place: place ?? 'door',
    release: RELEASE,
    log: { issue: 'v2/log', entries: logged.map((key) => ({ key, day: RELEASE.start, text: '' })) },
    now: NOW,
    scene: (_, at) => ({ at }),
  };
  const start = { at: 0, refusals, desired: [] as readonly Desired[], keys: [] as readonly string[] };
  const end = comments.reduce((before, one) => {
    const {
      at,
      refusals: now,
      desired,
      key,
    } = answerComment(one, before.at, {
      ...desk,
      refusals: before.refusals,
    });
    return {
      at,
      refusals: now,
      desired: [...before.desired, ...desired],
      keys: [...before.keys, key],
    };
  }, start);
  const of = <K extends Desired['kind']>(kind: K) =>
    end.desired.filter((one): one is Extract<Desired, { kind: K }> => one.kind === kind);
  return {
    ...end,
    replies: of('comment').map(({ body }) => body),
    reactions: of('reaction').map(({ content }) => content),
    excuses: of('reaction').flatMap(({ excuse }) => excuse?.body ?? []),
    log: of('entry').map(({ text }) => text),
  };
}

const BELL_TEAM = { author: 'erin', teams: { member: ['acme/bells'], unknown: [] } };
const STRANGER = { author: 'frank' };

test('commands of two duties in one comment are answered once, in order, and noted in one line', () => {
  const both = { author: 'alice' };
  const { at, keys, replies, reactions, excuses, log } = say([
    comment(7, ['/release knock', '/release ring', '/release ring high', '/release knock'], both),
  ]);
  expect([at, keys, reactions]).toEqual([2, ['v2/command/7'], ['confused']]);
  expect(replies).toEqual([
    [
      'alice, `/release knock`: knock 1',
      'alice, `/release ring`: Which tone?',
      'alice, `/release knock`: knock 2',
    ].join('\n\n'),
  ]);
  expect(excuses).toEqual(['alice, `/release ring high`: It may be broken.']);
  expect(log).toEqual([
    'alice: `/release knock`, for nothing; alice: `/release ring`, not carried out; alice: `/release ring high`, rung; alice: `/release knock`, for nothing',
  ]);
});

test.each([
  ['/release knock twice because nobody opens', 'nobody opens'],
  ['/release KNOCK Because of it', 'of it'],
  ['/release knock because', 'for nothing'],
])('%s has the reason "%s"', (line, words) => {
  expect(say([comment(1, [line])]).log).toEqual([`bob: \`${line}\`, ${words}`]);
});

test('of too many commands in a comment the last is left, for every duty', () => {
  const lines = ['1', '2', '3', '4', '5', '6'].map((tone) => `/release ring ${tone}`);
  const one = comment(1, lines, BELL_TEAM);
  const { replies, reactions } = say([one]);
  expect(replies.join()).toContain('`/release ring 6`: A comment can have 5 commands');
  expect(reactions).toEqual(['confused']);
  expect(heard([one])).toEqual(['1', '2', '3', '4', '5']);
});

/** What the bells hear. */
function heard(comments: readonly CommandComment[], bells: Partial<DutyPart> = {}): string[] {
  const said = effectsOf([ring], comments, {
    book: bookWith(bells),
    place: 'door',
    releases: [RELEASE],
    scene: () => undefined,
  });
  return said.map(({ effect }) => effect);
}

test('a duty hears what was carried out of its commands, and nothing else', () => {
  const comments = [
    comment(1, ['/release ring low', '/release knock', '/release ring'], BELL_TEAM),
    comment(2, ['/release ring high'], STRANGER),
    comment(3, ['/release RING Mid because of it'], { author: 'alice' }),
  ];
  expect(heard(comments)).toEqual(['low', 'Mid']);
  expect(heard(comments, { config: undefined })).toEqual([]);
  expect(heard(comments, { lacks: true })).toEqual([]);
});

describe('a command that is not for here', () => {
  test.each<[string, string, string, string]>([
    ['alice', 'door', '/release paint', '`/release paint` works on windows; write it there.'],
    [
      'alice',
      'window',
      '/release knock',
      '`/release knock` works on doors; write it there. Here you can write `/release paint COLOR`.',
    ],
  ])('%s at the %s: %s', (author, place, line, expected) => {
    const { replies, reactions, log } = say([comment(1, [line], { author })], { place });
    expect(reactions).toEqual(['confused']);
    expect(replies).toEqual([`${author}, \`${line}\`: ${expected}`]);
    expect(log).toEqual([`${author}: \`${line}\`, not carried out`]);
  });

  test('is refused to who may give none here', () => {
    const { replies, log } = say([comment(1, ['/release paint'], STRANGER)]);
    expect(replies.join()).toContain('open to the team that owns the tests');
    expect(log).toEqual(['frank: `/release paint`, refused, no permission']);
  });

  test('is explained to who may give any command here, whatever they may elsewhere', () => {
    expect(say([comment(1, ['/release paint'], BELL_TEAM)]).replies.join()).toContain('works on windows');
    const painter = { author: 'dave', teams: { member: ['acme/paint'], unknown: [] } };
    const { replies } = say([comment(1, ['/release knock'], painter)], { place: 'window' });
    expect(replies.join()).toContain('works on doors');
  });
});

describe('a typo', () => {
  test.each([
    ['/release nock', 'Did you mean `/release knock`?'],
    ['/release frobnicate', 'There is no such command; `/release open` lists them.'],
  ])('%s', (line, expected) => {
    expect(say([comment(1, [line])]).replies).toEqual([`bob, \`${line}\`: ${expected}`]);
    expect(say([comment(1, [line], BELL_TEAM)]).replies.join()).toContain(expected);
  });

  test('is no help for who may give no command here', () => {
    const { replies, reactions, log } = say([comment(1, ['/release nock'], STRANGER)]);
    expect([replies, reactions, log]).toEqual([[], ['confused'], ['frank: `/release nock`, not understood']]);
  });
});

test('a command of a duty that is off, or that lacks something in this run, is told so', () => {
  const given = [comment(1, ['/release ring high'], BELL_TEAM)];
  expect(say(given, { bells: { config: undefined } }).replies.join()).toContain('There is no bell.');
  expect(say(given, { bells: { lacks: true } }).replies.join()).toContain('Try again in a few minutes');
  const { off: _, ...quiet } = ring;
  const unsaid = { config: undefined, commands: [quiet] };
  expect(say(given, { bells: unsaid }).replies.join()).toContain('the config has no section `bells`');
});

function knocks(count: number): CommandComment[] {
  return Array.from({ length: count }, (_, index) => comment(index + 1, ['/release knock'], STRANGER));
}

describe('refusals', () => {
  test('are told once and listed five times, in one run or in several', () => {
    const run = say(knocks(8));
    expect([run.replies.length, run.log.length, run.reactions.length]).toEqual([1, 5, 8]);
    expect(run.keys[0]).toBe('v2/refused/frank/1');
    const logged = ['v2/refused/frank/1', 'v2/refused/frank/2', 'v2/refused/frankie/3'];
    const later = say([...knocks(4), comment(9, ['/release knock'], { author: 'dave' })], { logged });
    expect([later.replies.length, later.log.length]).toEqual([1, 4]);
    expect(later.replies.join()).toContain('dave, ');
  });

  test('of strangers are answered once on an issue, and listed apart', () => {
    const strange = knocks(8).map((one) => ({ ...one, stranger: true }));
    const run = say([
      ...strange,
      { ...comment(9, ['/release ring'], { issue: 'v2/window/1' }), stranger: true },
    ]);
    expect([run.replies.length, run.log.length, run.reactions]).toEqual([2, 2, ['confused', 'confused']]);
    expect([run.keys[0], run.refusals.length]).toEqual(['v2/stranger/frank/1', 9]);
    const logged = ['v2/stranger/frank/1'];
    const other = say(strange.slice(1), { logged, refusals: [] });
    expect([other.replies.length, other.reactions.length]).toEqual([0, 1]);
  });

  test("of who may give another command are no stranger's", () => {
    const ringer = { ...comment(1, ['/release open'], BELL_TEAM), stranger: true };
    const { keys, reactions } = say([ringer, { ...ringer, commentId: 2 }]);
    expect([keys, reactions.length]).toEqual([['v2/refused/erin/1', 'v2/refused/erin/2'], 2]);
  });

  test('of places that were gone through before count, those of other releases do not', () => {
    const before = { issue: 'v2/log', release: 'v2', author: 'frank' };
    expect(say(knocks(1), { refusals: [before] }).replies).toEqual([]);
    expect(say(knocks(1), { refusals: [{ ...before, release: 'v1' }] }).replies).toHaveLength(1);
    const here = { ...before, issue: 'v2/door' };
    expect(say(knocks(2), { refusals: [before] }).refusals).toEqual([before, here, here]);
  });

  test('say when the right could not be looked up', () => {
    const teams = { member: [], unknown: ['acme/docs'] };
    const asked = say([comment(1, ['/release knock'], { ...STRANGER, teams })]);
    expect(asked.replies.join()).toContain("relcomms couldn't check whether you are in acme/docs");
    expect(asked.log).toEqual(['frank: `/release knock`, refused, permissions could not be checked']);
    const unknown = say([comment(1, ['/release knock'], { permission: 'unknown' })]);
    expect(unknown.replies.join()).toContain("relcomms couldn't check your permissions");
  });

  test('of one line beside another that is carried out are told', () => {
    const mixed = comment(1, ['/release knock', '/release open'], { author: 'bob' });
    const { keys, replies } = say([mixed, comment(2, mixed.lines)]);
    expect(keys).toEqual(['v2/command/1', 'v2/command/2']);
    expect(replies.map((body) => body.includes('open to release leads'))).toEqual([true, true]);
  });
});

test('whose place it is may give every command there', () => {
  const own = comment(1, ['/release open'], { ...STRANGER, permission: 'none' });
  const setting = { book: bookWith(), place: 'door', releases: [RELEASE], scene: () => ({ at: 0 }) };
  const good = (owner?: string) =>
    carryOutComment(own, 0, { ...setting, own: owner }).answers.map((answer) => answer.good);
  expect([good('Frank'), good('alice'), good()]).toEqual([[true], [false], [false]]);
});

test('the first place leads, in each the commands of who keeps it, and the page has them all', () => {
  const book = bookWith();
  expect(namesOf(book)).toEqual(['knock', 'open', 'ring', 'paint']);
  const page = commandsPage(book);
  expect(page).toContain('in a comment on a door, or on a window.');
  for (const entry of book.entries)
    expect(page).toContain(`| \`${usageOf(entry.command)}\` | ${helpOf(entry)} |`);
  expect(page).toContain('| `/release paint COLOR` | on a window: paints it |');
  expect(page).toContain('`ring` is open to members of the teams in the config');
});
