// What `/release mine` answers: tasks and what stands in the way in, one short text out.
import type { OwnIssue } from '../../../src/domain/observed.ts';
import type { HeardDuty, Standing } from '../../../src/domain/standing.ts';
import { mineOf } from '../../../src/duties/tracking-issue/answer/mine.ts';
import { renderMine } from '../../../src/duties/tracking-issue/answer/render-mine.ts';
import type { Input } from '../../../src/duties/tracking-issue/input.ts';
import { ROWS } from '../../standing/world.ts';
import { at, context, ownIssue, read, trackingIssue } from '../../support/world.ts';

const { releases } = read(`timezone: UTC
roles: { lead: [alice], shadow: [bob] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
milestones: { rc1: { on: release - 1 week, title: Release candidate 1 } }
releases:
  - { version: v2.0.0, title: Two, start: 2020-01-06, release: 2020-01-30 }
  - { version: v2.0.1, title: Patch, start: 2020-01-06, release: 2020-01-28 }
tasks:
  - { id: theme, title: Settle the theme, role: lead, week: 1 }
  - { id: blog, title: Write the blog, role: lead, due: week 2 wednesday }
  - { id: notes, title: Write the notes, role: shadow, week: 2 }
  - { id: post, title: Publish the post, role: lead, due: release }
  - { id: page, title: Open the page, role: lead, week: 2, done-by: wiki.page }
wiki:
`);
const [two, patch] = releases;

interface World {
  readonly login?: string;
  readonly standing?: readonly Partial<Standing>[];
  readonly heard?: readonly HeardDuty[];
  readonly done?: readonly string[];
  readonly issues?: readonly OwnIssue[];
  readonly isPatchOpen?: boolean;
}

function mine(world: World = {}): string {
  if (two === undefined || patch === undefined) throw new Error('the config has two releases');
  const now = at('2020-01-14T09:00:00Z');
  const issues = [
    trackingIssue('v2.0.0'),
    ...(world.isPatchOpen === true ? [trackingIssue('v2.0.1', { number: 2 })] : []),
    ...(world.issues ?? []),
  ];
  const input = {
    ...context({ now, releases, sections: {}, issues }),
    teams: {
      api: { github: 'acme/api', paths: [], people: ['bob'] },
      web: { github: 'acme/web', paths: [] },
    },
    observed: { ownIssues: issues },
    standing: (world.standing ?? []).map((one, index) => ({
      release: 'v2.0.0',
      kind: 'approval',
      key: `pull/${index}`,
      severity: 'amber' as const,
      text: `#${index}`,
      owner: 'somebody',
      ...one,
    })),
    heard: world.heard ?? [],
    rows: ROWS,
  } as unknown as Input;
  const teams = { member: ['acme/web'], unknown: [] };
  const giver = { login: world.login ?? 'alice', permission: 'write' as const, teams };
  return renderMine(mineOf(giver, two, new Set(world.done), input), input);
}

test('overdue first, then day by day, with links to issues; what relcomms does itself is nobody’s', () => {
  const text = mine({ issues: [ownIssue('v2.0.0/task/blog', 12)] });
  expect(text.split('\n\n<sub>')[0]).toBe(
    [
      '**Overdue**\n\n- Settle the theme, was due Fri 10 Jan 2020',
      '**Wed 15 Jan 2020 (tomorrow)**\n\n- #12 Write the blog',
      '**Next:** Publish the post, due Thu 30 Jan 2020',
    ].join('\n\n'),
  );
});

test('a task that was taken by its issue counts, one that is done does not', () => {
  const taken = ownIssue('v2.0.0/task/notes', 13, { assignees: ['Alice'] });
  const text = mine({ done: ['theme', 'blog'], issues: [taken] });
  expect(text).toContain('**Fri 17 Jan 2020 (in 3 days)**\n\n- #13 Write the notes');
  expect(text).not.toContain('theme');
});

test('what names the person, or a team of theirs, is theirs; where people are named the rest of the team is not', () => {
  const standing = [
    { text: '#21 Fix it', asks: ['Alice'], milestone: 'rc1' },
    { text: '#22 Break it', asks: ['carol'], team: 'web', milestone: 'rc1' },
    { text: '#23 Drop it', asks: ['acme/WEB'], milestone: 'rc1' },
    { text: '#24 fails', kind: 'failing-test', team: 'web' },
    { text: '#25 fails', kind: 'failing-test', team: 'api' },
    { text: 'RC1 is near', kind: 'milestone', milestone: 'rc1' },
  ];
  const text = mine({ standing, done: ['theme', 'blog'] });
  expect(text).toContain(
    '**Thu 23 Jan 2020 (in 9 days)**\n\n- #21 Fix it (waiting approval)\n- #23 Drop it (waiting approval)\n\n**As soon as possible**\n\n- #24 fails (failing test)',
  );
  expect(text).not.toMatch(/#22|#25|RC1/);
  expect(text).toContain('<sub>With what waits for your team web.</sub>');
  expect(mine({ standing, login: 'bob' })).toContain('#25 fails (failing test)');
});

test('what another release waits for says so, also where nothing of this one is left', () => {
  const done = ['theme', 'blog', 'post'];
  const text = mine({ done, isPatchOpen: true });
  expect(text).toContain('- Settle the theme, was due Fri 10 Jan 2020 (v2.0.1)');
  expect(text).toContain('**Next:** Publish the post (v2.0.1), due Tue 28 Jan 2020');
});

test('nothing is not unknown', () => {
  expect(
    mine({ login: 'carol', heard: [{ name: 'approvals', title: 'Approvals', why: 'no answer' }] }),
  ).toContain("Nothing waits for you this week.\n\nCouldn't be read: Approvals.");
});

test('all releases that run are in it, each thing with its version, and never more than 20 lines', () => {
  const text = mine({ isPatchOpen: true });
  expect(text).toContain('- Settle the theme, was due Fri 10 Jan 2020 (v2.0.0)');
  expect(text).toContain('- Settle the theme, was due Fri 10 Jan 2020 (v2.0.1)');
  const standing = Array.from({ length: 30 }, (_, index) => ({ text: `#${index} x`, asks: ['alice'] }));
  const long = mine({ standing });
  expect(long.match(/^- /gm)).toHaveLength(20);
  expect(long).toContain('and 12 more; `/release audit` and the checklist have all');
});
