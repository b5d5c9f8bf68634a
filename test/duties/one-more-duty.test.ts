// A duty that only this test knows: with one line in a list its command is read, answered, listed and documented.
import { commandsPage } from '../../src/commands/commands-page.ts';
import type { CommandComment, Permission } from '../../src/domain/command-comment.ts';
import type { Instant } from '../../src/domain/day.ts';
import type { Fact, Observation, Observed } from '../../src/domain/observed.ts';
import { bookOf } from '../../src/duties/book-of.ts';
import type { AnyDuty, Duty, DutyCommand } from '../../src/duties/duty.ts';
import { DUTIES } from '../../src/duties/index.ts';
import { saidTo } from '../../src/duties/said-to.ts';
import { trackingIssueConfig } from '../../src/duties/tracking-issue/config.ts';
import { desireAll } from '../../src/plan/desire.ts';
import { heardCommand } from '../../src/server/heard.ts';
import { markerLine } from '../../src/text/marker.ts';
import { smallConfig } from '../support/small-cycle.ts';
import { ownIssue, read, sourceOf } from '../support/world.ts';

interface TeaConfig {
  readonly kind: string;
}

/** Its effect is how many cups. */
const tea: DutyCommand<TeaConfig, undefined, never, number> = {
  name: 'tea',
  usage: 'CUPS',
  place: 'release',
  right: 'team',
  help: 'puts the kettle on',
  carryOut: ({ words }, { context }) => ({
    good: true,
    words: 'brewed',
    reply: `There will be ${words.join(' ')} of ${context.config.kind}.`,
    effect: Number(words[0]),
  }),
};

const teaDuty: Duty<TeaConfig, 'ownIssues' | 'commands' | 'publications'> = {
  name: 'tea',
  title: 'Tea',
  description: 'Tea for all.',
  config: trackingIssueConfig as never,
  needs: ['ownIssues', 'commands', 'publications'],
  wakesOn: ['issue_comment'],
  commands: [tea],
  asks: () => ({}),
  desire: (input) => ({
    desired: [],
    skips: input.releases.flatMap((release) =>
      saidTo(tea, release, input).map(({ by, effect }) => ({
        duty: 'tea',
        what: `${effect} cups`,
        why: `${by} wants them`,
      })),
    ),
  }),
};

const ALL: readonly AnyDuty[] = [...DUTIES, teaDuty as AnyDuty];

const prepared = read(smallConfig());
const { config, releases } = prepared;

function known<T>(value: T) {
  return { known: true as const, value };
}

/** A run that finds the tracking issue with comments on it. */
function desire(lines: readonly string[], sections: Record<string, unknown>, lacking: readonly Fact[] = []) {
  const comment = (commentId: number, author: string, permission: Permission): CommandComment => ({
    commentId,
    issue: 'v2.0.0/tracking-issue',
    number: 1,
    author,
    permission,
    teams: { member: [], unknown: [] },
    lines,
  });
  const issue = ownIssue('v2.0.0/tracking-issue', 1);
  const observed: Partial<Observed> = {
    ownIssues: [issue],
    commands: [comment(7, 'bob', 'read'), comment(8, 'dave', 'read')],
    githubMilestones: [],
    labels: [],
    assignable: [],
    pins: [],
    publications: [],
    evidence: [],
    comparisons: [],
    slipPulls: [],
  };
  const facts = Object.entries(observed).map(([fact, value]) => [
    fact,
    lacking.includes(fact as Fact) ? { known: false, why: 'HTTP 502' } : known(value),
  ]);
  const others = { known: false, why: 'not looked at' };
  const observation = new Proxy(Object.fromEntries(facts), {
    get: (target, fact) => Reflect.get(target, fact) ?? others,
  }) as Observation;
  const source = sourceOf(prepared);
  const now = Date.UTC(2020, 0, 8, 12) as Instant;
  const run = {
    duties: ALL,
    asked: [],
    releases,
    source,
    quiet: new Set<string>(),
    people: {},
    teams: {},
    now,
  };
  const trackingIssue = { 'tracking-issue': config.sections['tracking-issue'] };
  const { wanted, skips } = desireAll({ ...run, sections: { ...trackingIssue, ...sections } }, observation);
  const all = wanted.map(({ desired }) => desired);
  return {
    skips: skips.filter(({ duty }) => duty === 'tea').map(({ what, why }) => `${what}: ${why}`),
    replies: all.flatMap((one) => (one.kind === 'comment' ? one.body : [])),
    reactions: all.flatMap((one) => (one.kind === 'reaction' ? one.content : [])),
    log: all.flatMap((one) => (one.kind === 'entry' && one.text.includes('/release') ? one.text : [])),
  };
}

test('its command is carried out for who may, noted, and reaches it', () => {
  const { skips, replies, reactions, log } = desire(['/release TEA 2 cups'], { tea: { kind: 'Assam' } });
  expect(skips).toEqual(['2 cups: bob wants them']);
  expect(reactions).toEqual(['+1', 'confused']);
  expect(replies).toEqual([
    'bob, `/release TEA 2 cups`: There will be 2 cups of Assam.',
    expect.stringContaining('open to people with a role in the config'),
  ]);
  expect(log).toEqual([
    'bob: `/release TEA 2 cups`, brewed',
    'dave: `/release TEA 2 cups`, refused, no permission',
  ]);
});

test('with commands of another duty in one comment there is one answer', () => {
  const lines = ['/release done theme', '/release tea 3', '/release help'];
  const { skips, replies, reactions } = desire(lines, { tea: { kind: 'Assam' } });
  expect([skips, reactions[0]]).toEqual([['3 cups: bob wants them'], 'confused']);
  expect(replies[0]).toContain("open to people with the task's role");
  expect(replies[0]).toContain('There will be 3 of Assam.');
  expect(replies[0]).toContain('- `/release tea CUPS` puts the kettle on');
});

test('when it is off, or what it needs is unknown, nothing is claimed', () => {
  expect(desire(['/release tea 2'], {}).replies[0]).toContain('the config has no section `tea`');
  const { skips, reactions, replies } = desire(['/release tea 2'], { tea: { kind: 'Assam' } }, [
    'publications',
  ]);
  expect([skips, reactions[0]]).toEqual([[], 'confused']);
  expect(replies[0]).toContain('Try again in a few minutes.');
});

test('a typo of it is known, the page has it, and the App hears it', () => {
  expect(desire(['/release tee'], { tea: { kind: 'Assam' } }).replies[0]).toContain(
    'Did you mean `/release tea`?',
  );
  const book = bookOf({ duties: ALL, sections: {} });
  const page = commandsPage(book);
  expect(page).toContain('| `/release tea CUPS` | puts the kettle on |');
  expect(page).toContain('| `tea` | no | yes | yes | no | yes | yes | yes | yes |');
  const heard = (withBook: typeof book | undefined) =>
    heardCommand(
      {
        name: 'issue_comment',
        payload: {
          action: 'created',
          installation: { id: 100 },
          repository: { name: 'demo', owner: { login: 'acme' } },
          comment: { id: 7, body: '/release tea', user: { login: 'frank', type: 'User' } },
          issue: {
            state: 'open',
            body: `${markerLine('v2/tracking-issue')}\nHello`,
            user: { login: 'relcomms[bot]', type: 'Bot' },
          },
        },
      },
      ['relcomms[bot]'],
      withBook,
    )?.commentId;
  expect([heard(book), heard(undefined)]).toEqual([7, undefined]);
});

test('every command of the registry stands in a place that a duty keeps, and each name once in a place', () => {
  const { entries } = bookOf({ duties: DUTIES, sections: {} });
  expect(entries).toHaveLength(DUTIES.flatMap(({ commands = [] }) => commands).length);
  const names = entries.map(({ command }) => `${command.place} ${command.name}`);
  expect(new Set(names).size).toBe(names.length);
});
