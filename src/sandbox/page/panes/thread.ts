// A conversation as GitHub shows it: the opening text and every comment.
import type { CommentSnapshot, IssueSnapshot } from '../../github/index.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../html.ts';
import { linkTargets } from '../links.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import { moment } from '../moments.ts';
import type { PageQuery } from '../query.ts';

export function renderThread(issue: IssueSnapshot, state: SandboxState, query: PageQuery): Html {
  const links = linkTargets(state, query);
  const body = renderMarkdown(issue.body, { links, boxes: { issue: issue.number, enabled: true } });
  return html`${box(issue.author, state.times.issues.get(issue.number), edits(issue.edits), body, state)}
  ${issue.comments.map((comment) => renderComment(comment, state, query))}`;
}

function renderComment(comment: CommentSnapshot, state: SandboxState, query: PageQuery): Html {
  const notes = [
    edits(comment.edits),
    comment.pinned ? 'pinned' : '',
    comment.minimized === null ? '' : `hidden as ${comment.minimized.toLowerCase()}`,
    ...comment.reactions.map(reactionWords),
  ].filter((note) => note !== '');
  const body = renderMarkdown(comment.body, { links: linkTargets(state, query) });
  return box(comment.author, state.times.comments.get(comment.id), notes.join(' · '), body, state);
}

function box(author: string, at: string | undefined, notes: string, body: Html, state: SandboxState): Html {
  return html`<article
    class="comment${author.endsWith('[bot]') && ' comment-bot'}"
    aria-label="Text by ${author}"
  >
    <header class="comment-head">
      <strong>${author.replace('[bot]', '')}</strong
      >${author.endsWith('[bot]') && html` <span class="tag">bot</span>`}
      <span class="muted">${moment(at, state.clock.zone)}${notes !== '' && ` · ${notes}`}</span>
    </header>
    <div class="markdown">${body}</div>
  </article>`;
}

function edits(count: number): string {
  return count === 0 ? '' : `edited ${count === 1 ? 'once' : `${count} times`}`;
}

const EMOJI: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  hooray: '🎉',
  confused: '😕',
  heart: '❤️',
  rocket: '🚀',
  eyes: '👀',
  laugh: '😄',
};

/** `alice +1` */
function reactionWords(reaction: string): string {
  const [login, content] = reaction.split(' ');
  return `${EMOJI[content ?? ''] ?? content ?? ''} ${login}`;
}
