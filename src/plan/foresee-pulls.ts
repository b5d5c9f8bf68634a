// What becomes of pull requests by one operation: their labels and our comments.
import type { Instant } from '../domain/day.ts';
import type { Known } from '../domain/known.ts';
import type { Operation } from '../domain/operation.ts';
import type { SetStatus } from '../domain/pull-operation.ts';
import type { ListedPull, Pull, PullComment } from '../domain/pull.ts';
import { commentText } from '../text/comment-text.ts';

export function foreseePulls(pulls: readonly Pull[], operation: Operation, now: Instant): readonly Pull[] {
  switch (operation.kind) {
    case 'add-labels':
      return change(pulls, operation, ({ labels }) => ({ labels: [...labels, ...operation.labels] }));
    case 'remove-label':
      return change(pulls, operation, ({ labels }) => ({
        labels: labels.filter((label) => label !== operation.label),
      }));
    case 'create-pull-comment': {
      const { key, body } = operation;
      const text = commentText(key, body);
      const made = { commentId: 0, nodeId: '', key, body: text, minimised: false, createdAt: now };
      return change(pulls, operation, ({ comments }) => ({
        comments: map(comments, (all) => [...all, made]),
      }));
    }
    case 'edit-comment': {
      const { commentId, key } = operation;
      const body = commentText(key, operation.body);
      const edit = (one: PullComment) => (one.commentId === commentId ? { ...one, body } : one);
      return change(pulls, operation, ({ comments }) => ({
        comments: map(comments, (all) => all.map(edit)),
      }));
    }
    case 'minimise-comment': {
      const fold = (one: PullComment) =>
        one.nodeId === operation.nodeId ? { ...one, minimised: true } : one;
      return change(pulls, operation, ({ comments }) => ({
        comments: map(comments, (all) => all.map(fold)),
      }));
    }
    default:
      return pulls;
  }
}

/** Only of the commit that it was written for. */
export function foreseeStatus(
  pulls: readonly ListedPull[],
  { number, head, state, description }: SetStatus,
): readonly ListedPull[] {
  const status = { known: true, value: { state, description } } as const;
  return pulls.map((one) => (one.number === number && one.head === head ? { ...one, status } : one));
}

function change(
  pulls: readonly Pull[],
  { number }: { readonly number: number },
  how: (pull: Pull) => Partial<Pull>,
): readonly Pull[] {
  return pulls.map((pull) => (pull.number === number ? { ...pull, ...how(pull) } : pull));
}

function map<T>(fact: Known<T>, how: (value: T) => T): Known<T> {
  return fact.known ? { known: true, value: how(fact.value) } : fact;
}
