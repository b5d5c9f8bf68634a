// What a look would find once some operations are done: purely, from what was found before them.
import type { Instant } from '../domain/day.ts';
import type { BranchFile, Observation, Observed } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import type { PutFile } from '../domain/repository-operation.ts';
import { blobId } from '../text/blob-id.ts';
import { foreseeBook, resultsIn } from './foresee-book.ts';
import { foreseeCheck } from './foresee-check.ts';
import { foreseeIssues } from './foresee-issues.ts';
import { foreseePulls, foreseeStatus } from './foresee-pulls.ts';

/** As if all of them came out, in one moment, and nobody else did anything. What is unknown stays so. */
export function foresee(
  observation: Observation,
  operations: readonly Operation[],
  now: Instant,
): Observation {
  return operations.reduce((before, operation) => after(before, operation, now), observation);
}

function after(before: Observation, operation: Operation, now: Instant): Observation {
  const change = <F extends keyof Observed>(fact: F, how: (value: Observed[F]) => Observed[F]) => {
    const known = before[fact];
    return known.known ? { ...before, [fact]: { known: true, value: how(known.value) } } : before;
  };
  switch (operation.kind) {
    case 'create-label':
      return change('labels', (labels) => [...labels, { name: operation.name }]);
    case 'create-milestone': {
      const { title, dueOn } = operation;
      const made = { number: 0, title, dueOn, state: 'open' as const };
      return change('githubMilestones', (milestones) => [...milestones, made]);
    }
    case 'move-milestone':
      return change('githubMilestones', (milestones) =>
        milestones.map((one) => (one.number === operation.number ? { ...one, dueOn: operation.dueOn } : one)),
      );
    case 'close-milestone':
      return change('githubMilestones', (milestones) =>
        milestones.map((one) =>
          one.number === operation.number ? { ...one, state: 'closed' as const } : one,
        ),
      );
    case 'unpin-issue':
      return change('pins', (pins) => pins.filter((number) => number !== operation.number));
    case 'pin-issue': {
      const { issue } = operation;
      const issues = before.ownIssues.known ? before.ownIssues.value : [];
      const number = 'number' in issue ? issue.number : issues.find(({ key }) => key === issue.key)?.number;
      return change('pins', (pins) => (number === undefined ? pins : [...pins, number]));
    }
    case 'put-file':
      return change('files', (files) => files.map((file) => foreseeFile(file, operation)));
    case 'put-book': {
      const files = change('files', (all) => all.map((file) => foreseeFile(file, resultsIn(operation))));
      const { books } = before;
      return books.known
        ? { ...files, books: { known: true, value: foreseeBook(books.value, operation) } }
        : files;
    }
    case 'update-pull':
      return change('slipPulls', (all) => all.filter(({ number }) => number !== operation.number));
    case 'set-status':
      return change('listedPulls', (all) => foreseeStatus(all, operation));
    case 'create-check':
      return change('candidates', (found) => foreseeCheck(found, operation));
    case 'add-reaction':
      return change('commands', (commands) =>
        commands.filter(({ commentId }) => commentId !== operation.commentId),
      );
    default: {
      const issues = change('ownIssues', (all) => foreseeIssues(all, operation, numberAfter(before), now));
      const { pulls } = before;
      if (!pulls.known) return issues;
      return { ...issues, pulls: { known: true, value: foreseePulls(pulls.value, operation, now) } };
    }
  }
}

/** A number that nothing seen has. Which one GitHub will give is not known. */
function numberAfter({ ownIssues, pulls }: Observation): number {
  const numbers = [ownIssues, pulls].flatMap((fact) =>
    fact.known ? fact.value.map(({ number }) => number) : [],
  );
  return numbers.reduce((most, number) => Math.max(most, number), 0) + 1;
}

function foreseeFile(
  file: BranchFile,
  { branch, path, content }: Pick<PutFile, 'branch' | 'path' | 'content'>,
): BranchFile {
  if (file.branch !== branch || file.path !== path) return file;
  const text = file.text === undefined ? {} : { text: { known: true as const, value: content } };
  return { ...file, oid: blobId(content), ...text };
}
