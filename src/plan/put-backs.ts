// Puts back what somebody else changed in comments of ours, and tells the lead once.
import { type Instant, dayAt } from '../domain/day.ts';
import type { EditedComment } from '../domain/edited-comment.ts';
import type { Observation } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import { issueOfLedger } from '../memory/ledger.ts';
import { readRecordKey } from '../memory/record.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { shortHash } from '../text/short-hash.ts';
import { canonical, valueOf } from './canonical.ts';
import type { Wanted } from './wanted.ts';

const DUTY = 'relcomms';

interface Found extends EditedComment {
  /** Of the issue or the pull request. */
  readonly number: number;
}

/** One write for each comment; it looks again before it writes. */
export function putBacks(observation: Observation): Operation[] {
  return editedIn(observation).map((comment) => ({
    kind: 'put-back',
    ...comment,
    entry: entryKey(comment),
    duty: DUTY,
    why: `${comment.by ?? 'somebody'} edited it, and only what relcomms wrote counts`,
  }));
}

/** One line for each edit, in the log of the release that the comment is about. */
export function putBackEntries(observation: Observation, now: Instant): Wanted[] {
  const issues = valueOf(observation.ownIssues) ?? [];
  return editedIn(observation).flatMap((comment): Wanted[] => {
    const issue = trackingOf(comment);
    if (canonical(issues, issue) === undefined) return [];
    const text = `${escapeMarkdown(comment.by ?? 'Somebody')} edited ${whatOf(comment)}; it was put back`;
    const day = dayAt(now, 'UTC');
    const why = 'the lead has to know that somebody edited what relcomms remembers';
    return [{ duty: DUTY, desired: { kind: 'entry', issue, key: entryKey(comment), day, text, why } }];
  });
}

/** On issues and on pull requests; what is unknown tells of none. */
function editedIn({ ownIssues, pulls }: Partial<Observation>): Found[] {
  return [ownIssues, pulls].flatMap((fact) =>
    (fact?.known === true ? (fact.value as readonly Edited[]) : []).flatMap(({ number, edited = [] }) =>
      edited.map((comment) => ({ ...comment, number })),
    ),
  );
}

interface Edited {
  readonly number: number;
  readonly edited?: readonly EditedComment[] | undefined;
}

/** Keys begin with the version. */
export function trackingOf({ key }: Pick<EditedComment, 'key'>): string {
  return `${key.split('/')[0] ?? ''}/tracking-issue`;
}

function entryKey({ key, commentId, editedAt }: EditedComment): string {
  return `${key.split('/')[0] ?? ''}/put-back/${commentId}/${shortHash(editedAt, 8)}`;
}

function whatOf({ key, number }: Found): string {
  if (issueOfLedger(key) !== undefined) return `this log`;
  const record = readRecordKey(key);
  if (record !== undefined) return `relcomms' record of ${escapeMarkdown(record.name)} in #${number}`;
  return `a comment of relcomms in #${number}`;
}
