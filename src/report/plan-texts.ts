// The texts that a plan would write: issues, comments, pull requests, checks, and messages to Slack, email, and elsewhere.
import { renderBody } from '../body/render-body.ts';
import type { NoticeTarget } from '../domain/notice.ts';
import type { Operation } from '../domain/operation.ts';
import type { Run } from '../run/reconcile.ts';
import { describe } from '../text/describe-operation.ts';
import { noticeMarkdown } from '../text/notice-markdown.ts';

/** What our accounts hide in their own texts. */
const HIDDEN = /<!--(?:(?!<!--|-->)[\s\S])*-->/g;

/** Each with what it is, in a block of its own; empty when the plan writes no text. */
export function planTexts(run: Run): string {
  if (!('plan' in run)) return '';
  const operations = [...run.plan.operations, ...(run.checks?.operations ?? [])];
  return operations
    .flatMap((operation) => {
      const text = textOf(operation)
        ?.replaceAll(HIDDEN, '')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim();
      return text === undefined || text === '' ? [] : [`### ${describe(operation)}\n\n${fenced(text)}\n`];
    })
    .join('\n');
}

function textOf(operation: Operation): string | undefined {
  switch (operation.kind) {
    case 'create-issue':
      return renderBody(operation.body);
    case 'create-comment':
    case 'create-pull-comment':
    case 'edit-comment':
    case 'open-pull':
    case 'update-pull':
      return operation.body;
    case 'set-status':
      return operation.description;
    case 'create-check':
      return [operation.title, operation.summary, operation.text].filter(Boolean).join('\n\n');
    case 'send-notice': {
      const { target, title, lines } = operation.notice;
      return `${placeWords(target)}\n${title}\n\n${noticeMarkdown(lines)}`;
    }
    default:
      return undefined;
  }
}

function placeWords(target: NoticeTarget): string {
  switch (target.kind) {
    case 'slack':
      return `To ${target.channel} on Slack${target.workspace === undefined ? '' : ` (${target.workspace})`}:`;
    case 'mail':
      return `Email to ${target.to.join(', ')}:`;
    case 'webhook':
      return `To the webhook ${target.name}:`;
    case 'wiki':
      return `On the wiki page ${target.page}:`;
    case 'discussion':
      return `A discussion in ${target.category}:`;
  }
}

/** A fence that nothing in the text can close. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text}\n${fence}`;
}
