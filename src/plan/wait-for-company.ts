// Leaves out what may wait until another comment goes to the same issue: people get one email for both.
import type { DesiredComment } from '../domain/desired.ts';
import type { OwnIssue } from '../domain/observed.ts';
import { canonical } from './canonical.ts';
import type { Wanted } from './wanted.ts';

/** Answers to commands are no company: whoever asks for something sends no news to others. */
export function waitForCompany(wanted: readonly Wanted[], issues: readonly OwnIssue[]): readonly Wanted[] {
  const comments = wanted.flatMap(({ desired }) => (desired.kind === 'comment' ? [desired] : []));
  const open = comments.filter((one) => !isMade(one, issues));
  const going = new Set(
    open.flatMap(({ issue, isAnswer, mayWait }) => (isAnswer === true || mayWait === true ? [] : [issue])),
  );
  const left = open.filter(({ issue, mayWait }) => mayWait === true && !going.has(issue));
  const entries = new Set(left.map(({ issue, entry }) => nameOf(issue, entry)));
  return left.length === 0
    ? wanted
    : wanted.filter(({ desired }) => {
        if (desired.kind === 'comment') return !left.includes(desired);
        return desired.kind !== 'entry' || !entries.has(nameOf(desired.issue, desired.key));
      });
}

function isMade({ issue, entry }: DesiredComment, issues: readonly OwnIssue[]): boolean {
  return canonical(issues, issue)?.ledger?.entries.some(({ key }) => key === entry) === true;
}

function nameOf(issue: string, entry: string): string {
  return JSON.stringify([issue, entry]);
}
