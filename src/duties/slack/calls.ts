// Who of a team is pinged on Slack, at the stages that the config names and at no other.
import type { NoticeLine } from '../../domain/notice.ts';
import type { ContextTeam } from '../context-team.ts';
import { ownChannel } from '../own-channel.ts';
import type { Subject } from './input.ts';
import { line, text } from './render.ts';
import type { Place } from '../../notices/places.ts';
import { stageName } from '../../notices/window.ts';

/** The team's user group, else its lead where Slack knows them; nobody in trials, and nobody who wants no pings. */
export function callTeam({ input, release }: Subject, team: ContextTeam, stage: string): NoticeLine[] {
  const { mention, mockChannel } = input.config;
  if (mockChannel !== undefined || !mention.some((one) => stageName(one) === stage)) return [];
  if (team.slackGroup !== undefined) return [called(team.github, team.slackGroup)];
  const { lead } = team;
  const slack =
    lead !== undefined && Object.hasOwn(input.people, lead) ? input.people[lead]?.slack : undefined;
  if (lead === undefined || slack === undefined || input.isQuiet(lead, release.version)) return [];
  return [called(lead, slack)];
}

/** The team whose own channel this is; in shared channels nobody is pinged. */
export function callAt(subject: Subject, { slug }: Place, stage: string): NoticeLine[] {
  const { teams } = subject.input;
  const id = Object.keys(teams).find((one) => ownChannel(one, teams) === slug);
  const team = id === undefined ? undefined : teams[id];
  return team === undefined ? [] : callTeam(subject, team, stage);
}

function called(name: string, slack: string): NoticeLine {
  return line({ kind: 'mention', name, slack }, text(', this is for you.'));
}
