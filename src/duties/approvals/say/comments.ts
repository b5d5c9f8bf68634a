// The comments and the label that a pull request should have.
import type { DesiredPullComment, DesiredPullLabel } from '../../../domain/desired.ts';
import type { ApprovalsInput } from '../input.ts';
import { includesName } from '../../../people/names.ts';
import type { Reminder } from '../remind/reminders.ts';
import { renderShort, renderToAuthor, renderWaiting } from './render-comment.ts';
import { render } from './render.ts';
import { type Said, freshKey, saidOn } from '../remind/told.ts';
import type { Judged } from '../judge/verdict.ts';
import type { Waits } from '../remind/waits.ts';
import type { CommentInput } from './comment-input.ts';

type Wish = DesiredPullComment | DesiredPullLabel;

/** What a pull request should show; nothing at all when something about it is unknown. */
export function wishesFor(
  judged: Judged,
  reminder: Reminder | undefined,
  waits: Waits,
  input: ApprovalsInput,
): readonly Wish[] {
  const { verdict, pull } = judged;
  if (verdict.kind === 'unknown' || !pull.comments.known) return [];
  const said = saidOn(pull);
  return [...labelFor(judged, said, input), ...commentsFor(judged, said, reminder, waits, input)];
}

/** The label follows who has to act. On what is none of ours it is only taken off where we had put it. */
function labelFor({ pull, verdict }: Judged, said: readonly Said[], { config }: ApprovalsInput): Wish[] {
  const { label: name } = config;
  const present = verdict.kind === 'waiting' || verdict.kind === 'nobody';
  if (present === includesName(pull.labels, name)) return [];
  if (verdict.kind === 'unrelated' && said.length === 0) return [];
  const why = present ? render.whyLabelOn() : render.whyLabelOff(verdict);
  return [{ kind: 'pull-label', pull: pull.number, name, present, why }];
}

function commentsFor(
  judged: Judged,
  said: readonly Said[],
  reminder: Reminder | undefined,
  waits: Waits,
  input: ApprovalsInput,
): Wish[] {
  const shown = said.filter(({ comment }) => !comment.minimised);
  if (isOver(judged)) return shown.map((one) => folded(judged, one, 'resolved'));
  if (isMuted(judged)) return shown.map((one) => folded(judged, one, 'outdated'));
  if (reminder !== undefined && reminder.names.length > 0)
    return [
      fresh(judged, said, reminder, waits, input),
      ...shown.map((one) => folded(judged, one, 'outdated')),
    ];
  const newest = shown.at(-1);
  if (newest === undefined) return [];
  return [
    edited(judged, newest, waits, input),
    ...shown.slice(0, -1).map((one) => folded(judged, one, 'outdated')),
  ];
}

function isOver({ verdict }: Judged): boolean {
  return verdict.kind === 'gone';
}

function isMuted({ verdict }: Judged): boolean {
  return verdict.kind === 'unrelated' || (verdict.kind === 'left' && verdict.because !== 'draft');
}

function fresh(
  judged: Judged,
  said: readonly Said[],
  { stage, names, also }: Reminder,
  waits: Waits,
  input: ApprovalsInput,
): Wish {
  return {
    kind: 'pull-comment',
    pull: judged.pull.number,
    key: freshKey(stage, said),
    body: bodyFor(judged, { told: names, also, waits, input }),
    why: render.whyComment(judged.verdict, names),
  };
}

/** The same comment with the state of today; who was mentioned stays so, and nobody else comes in. */
function edited(judged: Judged, { comment, told, also }: Said, waits: Waits, input: ApprovalsInput): Wish {
  return {
    kind: 'pull-comment',
    pull: judged.pull.number,
    key: comment.key,
    // Without the line of whom it told it can't be written anew.
    body: told === undefined ? undefined : bodyFor(judged, { told, also, waits, input }),
    why: render.whyEdit(),
  };
}

function folded({ pull, verdict }: Judged, { comment }: Said, minimise: 'outdated' | 'resolved'): Wish {
  return {
    kind: 'pull-comment',
    pull: pull.number,
    key: comment.key,
    minimise,
    why: render.whyFold(verdict),
  };
}

function bodyFor(
  judged: Judged,
  given: Pick<CommentInput, 'told' | 'also' | 'waits' | 'input'>,
): string | undefined {
  const { verdict, release } = judged;
  if (release === undefined) return undefined;
  const comment: CommentInput = { judged, release, ...given };
  if (verdict.kind === 'waiting') return renderWaiting(comment, verdict.pending);
  const isToAuthor = verdict.kind === 'with-author' && includesName(given.told, judged.pull.author.login);
  return isToAuthor ? renderToAuthor(comment, verdict.fault) : renderShort(comment);
}
