// Tells whether a pull request takes a fix to another branch, and which pull requests the fix comes from.
import type { Pull } from '../domain/pull.ts';
import type { PickWords } from './scene.ts';
import { includesName } from '../people/names.ts';
import { FAR_ENOUGH, hasTrailer, headSources, sourcesOf } from './pick-sources.ts';
import { isRevert } from './reverts.ts';

/** What says it: `name` is the label, the word of the title, or the branch; empty for a trailer. */
export interface PickSign {
  readonly by: 'label' | 'title' | 'branch' | 'trailer';
  readonly name: string;
}

export interface CherryPick {
  readonly sign: PickSign;
  /** Whether label, title or branch say it; else only the words below do, which the list of all of them lacks. */
  readonly isPlain: boolean;
  /** Numbers of the pull requests that it says it comes from. */
  readonly sources: readonly number[];
}

/** The branch that Kubernetes' own script makes: `automated-cherry-pick-of-#123-upstream-release-1.14`. */
const BRANCH = /^(?:.*\/)?automated-cherry-pick-of-/i;

/** `repository`: `acme/demo`; numbers of others are none of ours. */
export function cherryPickOf(
  pull: Pull,
  config: PickWords,
  repository: string | undefined,
): CherryPick | undefined {
  if (isRevert(pull)) return undefined;
  const plain = plainly(pull, config);
  const told = plain ?? byTrailer(pull);
  if (told === undefined) return undefined;
  const numbers = sourcesOf(pull, true, pull.base, repository).flatMap((source) =>
    typeof source === 'number' && source !== pull.number ? [source] : [],
  );
  return { sign: told, isPlain: plain !== undefined, sources: numbers.toSorted((a, b) => a - b) };
}

function plainly({ title, head, base, labels }: Pull, config: PickWords): PickSign | undefined {
  const label = labels.find((name) => includesName(config.cherryPickLabels, name));
  if (label !== undefined) return { by: 'label', name: label };
  const word = pickTitle(title, config);
  if (word !== undefined) return { by: 'title', name: word };
  return BRANCH.test(head) || headSources(head, base).length > 0 ? { by: 'branch', name: head } : undefined;
}

function byTrailer({ body, messages = [] }: Pull): PickSign | undefined {
  return [body.slice(0, FAR_ENOUGH), ...messages].some(hasTrailer) ? { by: 'trailer', name: '' } : undefined;
}

/** Whether a title alone says it. */
export function isPickTitle(title: string, config: PickWords): boolean {
  return pickTitle(title, config) !== undefined;
}

function pickTitle(title: string, { cherryPickTitles }: PickWords): string | undefined {
  return cherryPickTitles.find((start) => beginsWith(title, start));
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
