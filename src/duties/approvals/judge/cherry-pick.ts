// Tells whether a pull request takes a fix to another branch, and which pull requests the fix comes from.
import type { Pull } from '../../../domain/pull.ts';
import type { ApprovalsConfig } from '../config.ts';
import { includesName } from '../../../people/names.ts';
import type { Reason } from './reason.ts';
import { reasons } from './render-reasons.ts';

export interface CherryPick {
  readonly reason: Reason;
  /** Numbers of the pull requests that it says it comes from. */
  readonly sources: readonly number[];
}

/** Bodies are long and only their beginning and their trailers say where a fix comes from. */
export const FAR_ENOUGH = 20_000;

/** The line that `git cherry-pick -x` writes. */
const TRAILER = /\(cherry picked from commit [0-9a-f]{7,64}\)/i;
/** What the usual tools write: `Cherry pick of #123 on release-1.14`, `Backport of #123`. */
const SOURCE = /\b(?:cherry[- ]?pick(?:ed|s)?|backport(?:ed|s)?) (?:of|from) (?:PR )?#(\d{1,9})\b/gi;
/** The branch that Kubernetes' own script makes: `automated-cherry-pick-of-#123-upstream-release-1.14`. */
const BRANCH = /^(?:.*\/)?automated-cherry-pick-of-/i;

export function cherryPickOf(pull: Pull, config: ApprovalsConfig): CherryPick | undefined {
  const body = pull.body.slice(0, FAR_ENOUGH);
  const told = toldBy(pull, body, config);
  if (told === undefined) return undefined;
  const numbers = [...`${pull.title}\n${body}\n${pull.head.replaceAll('-', ' ')}`.matchAll(SOURCE)];
  const sources = numbers.map(([, number]) => Number(number)).filter((number) => number !== pull.number);
  return { reason: told, sources: [...new Set(sources)].toSorted((a, b) => a - b) };
}

function toldBy(pull: Pull, body: string, config: ApprovalsConfig): Reason | undefined {
  const label = pull.labels.find((name) => includesName(config.cherryPickLabels, name));
  if (label !== undefined) return reasons.pickedByLabel(label);
  const word = config.cherryPickTitles.find((start) => beginsWith(pull.title, start));
  if (word !== undefined) return reasons.pickedByTitle(word);
  if (TRAILER.test(body)) return reasons.pickedByTrailer();
  return BRANCH.test(pull.head) ? reasons.pickedByBranch(pull.head) : undefined;
}

/** `[Cherry-pick] Fix it` begins with `cherry-pick`; `cherry-picking` does not. */
function beginsWith(title: string, word: string): boolean {
  const plain = title
    .slice(0, 500)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .toLowerCase();
  const rest = plain.slice(word.length);
  return plain.startsWith(word.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(rest);
}
