// What the commands on a pull request go by: the team of any release has the right to them, and whoever opened it.
import { NO_COMMANDS } from '../../../commands/book.ts';
import type { Setting } from '../../../commands/carry-out.ts';
import type { Pull } from '../../../domain/pull.ts';
import type { ApprovalsInput } from '../input.ts';
import { PULL_PLACE } from './commands.ts';

export function pullSetting<A>(pull: Pull, input: ApprovalsInput): Setting<A> {
  const { releases, commands: book = NO_COMMANDS } = input;
  return {
    book,
    place: PULL_PLACE.name,
    releases,
    own: pull.author.login,
    scene: ({ config }, at) => ({ context: { ...input, config }, issues: [], at }),
  };
}
