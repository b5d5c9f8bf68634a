// Commands on a pull request: who may, what is not for there, and what a comment may hold.
import type { CommandComment } from '../../../src/domain/command-comment.ts';
import type { PullCommand } from '../../../src/domain/pull.ts';
import { PULL, RELEASE, run } from './world.ts';

const RELEASES = [{ ...RELEASE, roles: { docs: ['bob'] } }];
const NO_TEAM: CommandComment['teams'] = { member: [], unknown: [] };

/** What becomes of comments on the pull request of frank. */
function say(...comments: readonly Partial<PullCommand>[]) {
  const commands = comments.map((one, index) => ({
    commentId: index + 1,
    author: 'bob',
    permission: 'read' as const,
    teams: NO_TEAM,
    lines: [],
    ...one,
  }));
  const { desired } = run({ releases: RELEASES, pulls: [{ ...PULL, commands }] });
  return {
    reactions: desired.flatMap((one) => (one.kind === 'reaction' ? one.content : [])),
    replies: desired.flatMap((one) =>
      one.kind === 'pull-comment' && one.key.includes('/why/') ? one.body : [],
    ),
    muted: desired.flatMap((one) =>
      one.kind === 'pull-label' && one.name === 'relcomms/quiet' ? one.present : [],
    ),
  };
}

test('the team of a release may, and whoever opened it, whatever GitHub says of their right', () => {
  expect(say({ lines: ['/release mute'] })).toEqual({ reactions: ['+1'], replies: [], muted: [true] });
  const own = say({ author: 'Frank', permission: 'unknown', lines: ['/release why', '/release UNMUTE'] });
  expect([own.reactions, own.muted]).toEqual([['+1'], [false]]);
  expect(own.replies.join()).toContain('Approval status');
});

test('who may not gets a confused face and no words', () => {
  const lines = ['/release mute', '/release nope', '/release done x'];
  expect(say({ author: 'dave', lines })).toEqual({ reactions: ['confused'], replies: [], muted: [] });
});

test('the newest word counts; what is beyond the limit of a comment is told and does not', () => {
  expect(say({ lines: ['/release mute', '/release unmute'] }).muted).toEqual([false]);
  const many = say({ lines: [...Array.from({ length: 5 }, () => '/release unmute'), '/release mute'] });
  expect([many.reactions, many.muted]).toEqual([['confused'], [false]]);
  expect(many.replies.join()).toContain('A comment can have 5 commands');
});

test.each([
  ['/release done theme', '`/release done` works on the tracking issue of the release; write it there.'],
  ['/release eta friday', '`/release eta` works on failing-test issues; write it there.'],
  ['/release mut', 'Did you mean `/release mute`?'],
])('%s: %s', (line, expected) => {
  const { reactions, replies } = say({ lines: [line] });
  expect(reactions).toEqual(['confused']);
  expect(replies.join()).toContain(expected);
});

test('what may be written here is listed', () => {
  expect(say({ lines: ['/release help'] }).replies.join()).toContain(
    'Here you can write `/release why`, `/release mute`, `/release unmute` and `/release exception [VERDICT] because REASON`.',
  );
});
