// Reads `mute` and `unmute` from the comments of a run before any duty decides: all of them go by the same answer.
import { type Giver, may } from '../commands/may.ts';
import { parseCommand } from '../commands/parse.ts';
import type { CommandComment } from '../domain/command-comment.ts';
import type { Release } from '../domain/release.ts';
import { trackingKey } from '../memory/tracking-key.ts';
import { MOST_COMMANDS } from '../text/command-lines.ts';

/** What somebody said last, by login in small letters; `login` is spelt as GitHub spells it. */
export type SaidMutes = ReadonlyMap<string, { readonly login: string; readonly on: boolean }>;

/** Of the issues of one release, without its case files, where these commands mean nothing. */
export function mutesSaid(
  comments: readonly CommandComment[],
  release: Pick<Release, 'version' | 'roles' | 'roleTeams'>,
): SaidMutes {
  const version = trackingKey(release).split('/')[0] ?? '';
  const own = comments.filter(
    ({ issue }) => issue.startsWith(`${version}/`) && !issue.startsWith(`${version}/case/`),
  );
  return new Map(
    own.flatMap((comment) => {
      const { author: login } = comment;
      const giver: Giver = { login, permission: comment.permission, teams: comment.teams };
      return comment.lines
        .slice(0, MOST_COMMANDS)
        .flatMap((line) => mutesBy(line, giver, release).map((on) => [login.toLowerCase(), { login, on }]));
    }),
  );
}

/** It is about oneself only: with a name behind it is not carried out. */
function mutesBy(line: string, giver: Giver, release: Pick<Release, 'roles' | 'roleTeams'>): boolean[] {
  const parsed = parseCommand(line);
  if (parsed.kind === 'mistake') return [];
  const { row, words } = parsed;
  if (row.name !== 'mute' && row.name !== 'unmute') return [];
  return words.length === 0 && may(row.right, giver, release) ? [row.name === 'mute'] : [];
}
