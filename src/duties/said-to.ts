// What people have said to a duty by its own commands, in comments that nobody has answered yet.
import { NO_COMMANDS } from '../commands/book.ts';
import { type Said, effectsOf } from '../commands/effects-of.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { CommandComment } from '../domain/command-comment.ts';
import type { Release } from '../domain/release.ts';
import { sceneFor } from './command-scene.ts';
import type { DutyCommand, DutyContext } from './duty.ts';

/**
 * The effects of a command that the duty declares and that another one answers, about one release, in order. What is
 * refused or not carried out has none.
 */
export function saidTo<C, E>(
  command: DutyCommand<C, undefined, never, E>,
  release: Release,
  input: DutyContext<unknown> & {
    readonly observed: {
      readonly ownIssues: readonly OwnIssue[];
      readonly commands: readonly CommandComment[];
    };
  },
): Said<E>[] {
  const { observed, commands: book = NO_COMMANDS } = input;
  const place = book.places.find(({ name }) => name === command.place);
  const here = observed.commands.filter(({ issue }) => place?.holds?.(issue, release) === true);
  return effectsOf([command], here, {
    book,
    place: command.place,
    releases: [release],
    scene: sceneFor(release, input, observed.ownIssues),
  });
}
