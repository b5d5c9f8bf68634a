// What a command is given of a run: as its own duty is given it, with what the place knows.
import type { BookEntry } from '../commands/book.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { Release } from '../domain/release.ts';
import type { CommandScene, DutyContext } from './duty.ts';

/** `context` may be that of another duty: its config is left out. */
export function sceneFor(
  release: Release,
  context: DutyContext<unknown>,
  issues: readonly OwnIssue[],
): <P>(entry: BookEntry, at: P) => CommandScene<unknown, P> {
  return ({ config, observed }, at) => ({ release, context: { ...context, config }, issues, at, observed });
}
