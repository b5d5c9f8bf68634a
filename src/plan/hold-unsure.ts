// Holds back what hangs on a memory that nobody knows any more: it is named until people have cleared it up.
import type { Desired, Skip } from '../domain/desired.ts';
import type { Observation, OwnIssue } from '../domain/observed.ts';
import { canonical } from './canonical.ts';
import type { Wanted } from './wanted.ts';

export interface Held {
  readonly wanted: readonly Wanted[];
  /** What is held, each with the reason and what clears it up. */
  readonly skips: readonly Skip[];
}

/**
 * A release rests whose issues hold something unknown: nothing of it is sent, answered, noted or made. Where it is
 * unknown which issue one of ours is, no issue is opened, since that one may be it.
 */
export function holdUnsure(wanted: readonly Wanted[], { ownIssues, pulls }: Partial<Observation>): Held {
  const issues = ownIssues?.known === true ? ownIssues.value : [];
  const unsure = issues.filter((issue) => issue.unsure !== undefined);
  const nameless = unsure.some((issue) => isNameless(issue) && issue.state === 'open');
  const versions = new Set(unsure.map(({ key }) => versionOf(key)));
  const rests = ({ desired }: Wanted): boolean => {
    if (nameless && desired.kind === 'issue' && canonical(issues, desired.key) === undefined) return true;
    return keysOf(desired).some((key) => versions.has(versionOf(key)));
  };
  const unknown = (pulls?.known === true ? pulls.value : []).flatMap(({ number, comments }) =>
    comments.known ? [] : [skip(number, comments.why)],
  );
  return {
    wanted: unsure.length === 0 ? wanted : wanted.filter((wish) => !rests(wish)),
    skips: [
      ...unsure
        .filter((issue) => !isNameless(issue) || issue.state === 'open')
        .map(({ number, unsure: why = '' }) => skip(number, why)),
      ...unknown,
    ],
  };
}

/** Its key is the number behind a mark that no version begins with. */
function isNameless({ key }: OwnIssue): boolean {
  return key.startsWith('?/');
}

function versionOf(key: string): string {
  return key.split('/')[0] ?? '';
}

/** By which it belongs to a release. Comments on pull requests have a memory of their own. */
function keysOf(desired: Desired): string[] {
  switch (desired.kind) {
    case 'issue':
      return [desired.key];
    case 'entry':
    case 'state':
    case 'notice':
    case 'record':
    case 'comment':
    case 'section':
      return [desired.issue];
    case 'slip-pull':
      return desired.issue === undefined ? [] : [desired.issue];
    case 'pull':
    case 'reaction':
      return [desired.entry];
    case 'pull-comment':
    case 'pull-label':
    case 'check':
    case 'status':
    case 'label':
    case 'milestone':
    case 'file':
    case 'book':
      return [];
  }
}

function skip(number: number, why: string): Skip {
  return { duty: 'relcomms', what: `#${number}`, why };
}
