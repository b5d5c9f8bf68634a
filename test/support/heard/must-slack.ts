// What a channel on Slack must hear: each gate before its day, and its team's lead by name two days before.
import { type Day, addDays } from '../../../src/domain/day.ts';
import type { Milestone, Release } from '../../../src/domain/release.ts';
import { dayOf, slackIdOf } from './config-text.ts';
import type { Heard } from './heard.ts';
import { spanOf } from './must-gates.ts';
import { type Must, eachDay, words, workingDays } from './must.ts';
import type { Played, Sent } from './play.ts';

/** From docs/configuration.md, of those that a cycle may have. */
const TOLD = ['code-freeze', 'rc1', 'cherry-pick-deadline', 'release'];

/** Days before it at which the lead is pinged. */
const PING = 2;

/** What was sent, by the channel, and by each person who is pinged there. */
export function heardOnSlack(sent: readonly Sent[]): Heard[] {
  return sent.flatMap(({ on, at, notice: { target, title, lines } }): Heard[] => {
    if (target.kind !== 'slack') return [];
    const parts = lines.flatMap((line) => line.parts);
    const text = [title, ...parts.map((part) => ('text' in part ? part.text : part.name))].join('\n');
    const pinged = parts.flatMap((part) =>
      part.kind === 'mention' && part.slack !== undefined ? [pingOf(part.slack, target.channel)] : [],
    );
    return [target.channel, ...pinged].map((to) => ({
      to,
      at,
      on,
      reason: 'mention',
      number: 0,
      subject: title,
      names: (...all) => all.every((one) => text.includes(one)),
    }));
  });
}

export function slackMusts(played: Played): Must[] {
  if (!played.cycle.slack) return [];
  return eachDay(played).flatMap(({ today, releases }) =>
    releases.flatMap((release) =>
      release.milestones
        .filter(({ id, day }) => day === today && TOLD.includes(id) && release.start < today)
        .flatMap((gate) => gateMusts(played, release, gate)),
    ),
  );
}

function gateMusts(played: Played, release: Release, gate: Milestone): Must[] {
  const { since } = spanOf(played, release, gate);
  const { before } = workingDays(played.cycle.holidays.map(dayOf));
  const stage = before(addDays(gate.day, -PING));
  const { teams } = played.cycle;
  const must = (who: string, from: Day, until: Day): Must => ({
    what: `${gate.title} of ${release.title} is on ${words(gate.day)}, on Slack`,
    who,
    from,
    until,
    by: ({ names }) => names(gate.title, words(gate.day)),
  });
  const channels = ['#releases', ...teams.map(({ id }) => channelOf(id))];
  const told = channels.map((channel) => must(channel, played.first, since < stage ? stage : gate.day));
  // Whoever hears of the day within the stage hears of it in the channel, and is pinged no more.
  const pinged = teams.flatMap(({ id, lead }) =>
    lead === undefined || stage <= since
      ? []
      : [must(pingOf(slackIdOf(lead), channelOf(id)), stage, gate.day)],
  );
  return [...told, ...pinged];
}

function channelOf(team: string): string {
  return `#team-${team}`;
}

/** Whether it is a person in a channel, not the channel. */
export function isPing(to: string): boolean {
  return to.includes(' in #');
}

function pingOf(slack: string, channel: string): string {
  return `${slack} in ${channel}`;
}
