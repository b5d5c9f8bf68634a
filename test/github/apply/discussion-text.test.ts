// Title and words of a discussion: nothing from outside is live, and no title is empty.
import type { Notice } from '../../../src/domain/notice.ts';
import { discussionComment, discussionText } from '../../../src/github/apply/discussion-text.ts';

function notice(title: string): Notice {
  return {
    key: '1.14.0/slack/news',
    title,
    lines: [{ parts: [{ kind: 'text', text: 'It is out.' }] }],
  } as unknown as Notice;
}

test('a discussion has its title beside its text, a comment within it', () => {
  expect(discussionText(notice('1.14 *is* out')).title).toBe('1.14 *is* out');
  expect(discussionText(notice('News')).body).toBe('<!-- relcomms:v1 1.14.0/slack/news -->\nIt is out.\n');
  expect(discussionComment(notice('1.14 *is* out'))).toBe(
    '<!-- relcomms:v1 1.14.0/slack/news -->\n**1.14 \\*is\\* out**\n\nIt is out.\n',
  );
});

test('where nothing is left of a title it is called a notice', () => {
  expect(discussionText(notice('')).title).toBe('Notice');
  expect(discussionComment(notice(''))).toContain('**Notice**');
});
