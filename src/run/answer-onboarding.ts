// Answers a comment with `/release onboard`: 👍 when its pull request was opened, else 😕 and why.
import { renderReplies } from '../commands/render-answers.ts';
import { day } from '../domain/day.ts';
import type { AddReaction } from '../domain/operation.ts';
import type { CreatePullComment } from '../domain/pull-operation.ts';
import type { Applied } from '../domain/outcome.ts';
import { ownAccounts } from '../github/accounts.ts';
import { apply } from '../github/apply/apply.ts';
import type { GitHub } from '../github/client.ts';
import { allUnknown } from '../github/observe.ts';
import { notes } from '../onboard/notes.ts';
import { keyOf } from '../text/marker.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import type { Onboarded } from './onboard.ts';

/** The comment that asks. */
export interface OnboardRequest {
  readonly author: string;
  readonly commentId: number;
  /** Number of the issue or pull request. */
  readonly issue: number;
}

/** Who may not ask gets 😕 alone, so that nobody can have emails sent. `viewer`: login of this run's token. */
export async function answerOnboarding(
  github: GitHub,
  request: OnboardRequest,
  made: Onboarded,
  viewer: string,
): Promise<readonly Applied[]> {
  const operations = answerTo(request, made);
  if (operations.length === 0) return [];
  const setting = { accounts: ownAccounts(viewer, 'relcomms'), since: day('1970-01-01') };
  const observation = allUnknown('nothing is looked at to answer it');
  const why = `${request.author} asked for it`;
  const planned = operations.map((one) => ({ ...one, duty: 'onboarding', why }));
  return await apply(github, planned, { setting, observation });
}

/** Purely. The reply goes first: a reaction says that all is told. */
export function answerTo(
  { author, commentId, issue }: OnboardRequest,
  made: Onboarded,
): (CreatePullComment | AddReaction)[] {
  const entry = keyOf('onboarding', 'command', String(commentId));
  const words = wordsOf(made);
  if (words === undefined) return [];
  const reply = words.reply && renderReplies(author, [{ line: '/release onboard', reply: words.reply }]);
  return [
    ...(reply === undefined
      ? []
      : [{ kind: 'create-pull-comment' as const, number: issue, key: `${entry}/reply`, body: reply }]),
    { kind: 'add-reaction', commentId, content: words.good ? '+1' : 'confused', entry },
  ];
}

/** Undefined where the answer comes later. GitHub itself tells of the pull request that was opened. */
function wordsOf(made: Onboarded): { readonly good: boolean; readonly reply?: string } | undefined {
  switch (made.kind) {
    case 'opened':
      return { good: true };
    case 'open':
      return { good: true, reply: sentence(notes.open(made.number)) };
    case 'none':
      return made.isRefused === true ? { good: false } : { good: false, reply: sentence(made.why) };
    default:
      return undefined;
  }
}

/** What our notes name: a number of this repository leads there, and a command looks like one. */
const LIVE = /(#\d{1,9}\b|`\/release onboard`|`relcomms init`)/;

/** All else in a note may come from outside. */
function sentence(note: string): string {
  const words = note
    .split(LIVE)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\S(?:.*\S)?/s, escapeMarkdown)));
  return `No pull request was opened: ${words.join('')}.`;
}
