// A conversation as GitHub shows it: the opening text and every comment.
import type { CommentSnapshot, IssueSnapshot } from '../../../packages/embedded-github/src/index.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { linkTargets } from '../links.ts';
import { type MarkdownOptions, renderMarkdown } from '../markdown/render-markdown.ts';
import { moment } from '../moments.ts';
import type { PageQuery } from '../query.ts';

/** Something that somebody wrote. */
export interface Entry {
  readonly author: string;
  /** GitHub's timestamp. */
  readonly at: string | undefined;
  readonly body: string;
  /** What they did by it, when it is more than a comment. */
  readonly verb?: string;
  /** Whether it was edited, who reacted. */
  readonly notes?: string;
  /** The state of a review. */
  readonly mark?: string;
  readonly boxes?: MarkdownOptions['boxes'];
  /** Folded away; whoever wants to read it opens it. */
  readonly folded?: boolean;
}

export function renderThread(issue: IssueSnapshot, state: SandboxState, query: PageQuery): Html {
  return html`${renderBody(issue, state, query)}
  ${issue.comments.map((comment) => renderComment(comment, state, query))}`;
}

/** The opening text, with boxes that can be ticked. */
export function renderBody(issue: IssueSnapshot, state: SandboxState, query: PageQuery): Html {
  const { number, author, body } = issue;
  const boxes = { issue: number, enabled: true };
  const entry = { author, at: state.times.issues.get(number), body, notes: edits(issue.edits), boxes };
  return renderEntry(entry, state, query);
}

export function renderComment(comment: CommentSnapshot, state: SandboxState, query: PageQuery): Html {
  const notes = [
    edits(comment.edits),
    comment.pinned ? 'pinned' : '',
    comment.minimized === null ? '' : `hidden as ${comment.minimized.toLowerCase()}`,
    ...comment.reactions.map(reactionWords),
  ].filter((note) => note !== '');
  const { author, body } = comment;
  const entry = {
    author,
    at: state.times.comments.get(comment.id),
    body,
    notes: notes.join(' · '),
    folded: comment.minimized !== null,
  };
  return renderEntry(entry, state, query);
}

export function renderEntry(entry: Entry, state: SandboxState, query: PageQuery): Html {
  const { author, at, body, verb, notes = '', mark = 'comment', boxes, folded = false } = entry;
  const options = { links: linkTargets(state, query), ...(boxes === undefined ? {} : { boxes }) };
  const bot = author.endsWith('[bot]');
  return html`<article
    class="comment comment-by-${mark}${bot && ' comment-bot'}"
    aria-label="Text by ${author}"
  >
    <header class="comment-head">
      <strong>${author.replace('[bot]', '')}</strong
      >${bot && html` <span class="tag">bot</span>`}${verb !== undefined && ` ${verb}`}
      <span class="muted">${moment(at, state.clock.zone)}${notes !== '' && ` · ${notes}`}</span>
    </header>
    ${body !== '' && fold(html`<div class="markdown">${renderMarkdown(body, options)}</div>`, folded)}
  </article>`;
}

function fold(text: Html, folded: boolean): Html {
  return folded
    ? html`<details class="folded">
        <summary>Show it</summary>
        ${text}
      </details>`
    : text;
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
