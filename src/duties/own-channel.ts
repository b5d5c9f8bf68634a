// The channel that is one team's alone: only there a reaction says which team it speaks for.
import type { ContextTeam } from './context-team.ts';

/** The end of the key of every message to it: `slack/team-api`. Undefined: the team has none, or shares it. */
export function ownChannel(id: string, teams: Readonly<Record<string, ContextTeam>>): string | undefined {
  const channel = Object.hasOwn(teams, id) ? teams[id]?.slack : undefined;
  const sharing = Object.values(teams).filter(({ slack }) => slack === channel);
  return channel === undefined || sharing.length > 1 ? undefined : `slack/${channel.replace('#', '')}`;
}
