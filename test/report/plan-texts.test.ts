// The texts that a plan would write, each in a block that nothing in it can close.
import type { Instant } from '../../src/domain/day.ts';
import type { NoticeTarget } from '../../src/domain/notice.ts';
import type { Operation } from '../../src/domain/operation.ts';
import { planTexts } from '../../src/report/plan-texts.ts';
import type { Run } from '../../src/run/reconcile.ts';

/** Only the operations of a run count. */
const planned = (...operations: readonly Operation[]): Run =>
  ({ kind: 'planned', plan: { operations } }) as unknown as Run;

const message = (target: NoticeTarget): Operation =>
  ({
    kind: 'send-notice',
    issue: { number: 1 },
    record: { key: 'messages' },
    notice: {
      key: 'rc1',
      audience: 'internal',
      title: 'RC1 is tomorrow',
      lines: [{ parts: [{ kind: 'text', text: 'Approve what waits for you.' }] }],
      target,
    },
    words: 'w',
    tries: 1,
    at: 0 as Instant,
    entry: 'rc1',
    duty: 'slack',
    why: 'it is due',
  }) as unknown as Operation;

test.each<[NoticeTarget, string]>([
  [{ kind: 'slack', channel: '#team-api' }, 'To #team-api on Slack:'],
  [{ kind: 'slack', channel: '#press', workspace: 'community' }, 'To #press on Slack (community):'],
  [{ kind: 'mail', to: ['a@example.com', 'b@example.com'] }, 'Email to a@example.com, b@example.com:'],
  [{ kind: 'wiki', page: 'Release 1.0', block: 'release' }, 'On the wiki page Release 1.0:'],
  [{ kind: 'discussion', category: 'Announcements' }, 'A discussion in Announcements:'],
])('a message is told with its place: %j', (target, place) => {
  expect(planTexts(planned(message(target)))).toContain(
    `\n\`\`\`markdown\n${place}\nRC1 is tomorrow\n\nApprove what waits for you.\n\`\`\`\n`,
  );
});

test('a comment is shown without what is hidden in it, and its own fences do not end the block', () => {
  const body = '<!-- relcomms:key a -->\nRead this:\n\n````\ncode\n````\n<!-- relcomms:state\n{"a":1}\n-->\n';
  const text = planTexts(planned({ kind: 'create-pull-comment', number: 7, key: 'a', body } as Operation));
  expect(text).toMatch(/^### comment on #7/);
  expect(text).toContain('\n`````markdown\nRead this:\n\n````\ncode\n````\n`````\n');
  expect(text).not.toContain('relcomms:');
});

test('what writes no text is left out, and so is a run that planned nothing', () => {
  expect(planTexts(planned({ kind: 'pin-issue', issue: { number: 1 } } as Operation))).toBe('');
  expect(planTexts({ kind: 'no-config', path: 'x' })).toBe('');
});
