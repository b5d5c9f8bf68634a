// Compares what should stand on a pull request with what does: comments that follow the state, and labels.
import type { DesiredPullComment, DesiredPullLabel } from '../domain/desired.ts';
import type { DesiredStatus } from '../domain/desired-status.ts';
import type { PullWrite } from '../domain/operation.ts';
import type { SetStatus } from '../domain/pull-operation.ts';
import type { ListedPull, Pull } from '../domain/pull.ts';
import { commentText } from '../text/comment-text.ts';
import { sameText } from '../text/same-text.ts';

/** A write, who asks for it, and why. */
export type PullOperation = PullWrite & { readonly duty: string; readonly why: string };

/** Nothing for a pull request that was not seen, or whose comments are unknown: a comment might be made twice. */
export function diffPullComment(
  duty: string,
  desired: DesiredPullComment,
  pulls: readonly Pull[],
): PullOperation[] {
  const pull = pulls.find(({ number }) => number === desired.pull);
  if (pull === undefined || !pull.comments.known) return [];
  const { key, body, minimise, why } = desired;
  const { number } = pull;
  const found = pull.comments.value.find((comment) => comment.key === key);
  if (found === undefined) {
    if (body === undefined || minimise !== undefined) return [];
    return [{ kind: 'create-pull-comment', number, key, body, duty, why }];
  }
  if (found.minimised) return [];
  const { commentId, nodeId } = found;
  const edit: PullOperation[] =
    body === undefined || sameText(found.body, commentText(key, body))
      ? []
      : [{ kind: 'edit-comment', number, commentId, key, body, duty, why }];
  if (minimise === undefined) return edit;
  return [...edit, { kind: 'minimise-comment', number, nodeId, reason: minimise, duty, why }];
}

export function diffPullLabel(
  duty: string,
  desired: DesiredPullLabel,
  pulls: readonly Pull[],
): PullOperation[] {
  const pull = pulls.find(({ number }) => number === desired.pull);
  if (pull === undefined) return [];
  const { number } = pull;
  const { name, present, entry, why } = desired;
  const worn = pull.labels.find((label) => label.toLowerCase() === name.toLowerCase());
  if (present)
    return worn === undefined ? [{ kind: 'add-labels', number, labels: [name], entry, duty, why }] : [];
  return worn === undefined ? [] : [{ kind: 'remove-label', number, label: worn, entry, duty, why }];
}

/** Nothing where it is unknown what the commit says now. */
export function diffStatus(
  duty: string,
  { pull, context, state, description, why }: DesiredStatus,
  pulls: readonly ListedPull[],
): (SetStatus & { readonly duty: string; readonly why: string })[] {
  const found = pulls.find(({ number }) => number === pull);
  if (found === undefined || !found.status.known) return [];
  const { value } = found.status;
  if (value?.state === state && value.description === description) return [];
  const { head } = found;
  return [{ kind: 'set-status', number: pull, head, context, state, description, duty, why }];
}
