// The words of asking teams whether they have seen a day, and of their silence.
import { formatInstant } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention, mentionTeam } from '../../text/mention.ts';
import { dayWords } from '../../text/words.ts';

const HOW = 'One person per team comments `/release seen` on this issue';

export const render = {
  ask: (milestone: Milestone, again: boolean, teams: readonly string[], leads: readonly string[]) =>
    [
      `**${title(milestone)} ${again ? 'has moved to' : 'is on'} ${dayWords(milestone.day)}**, by ${until(milestone)}.`,
      `Has your team seen it? ${HOW}: ${teams.map(mentionTeam).join(', ')}.`,
      ...(leads.length === 0
        ? []
        : [`${leads.map(mention).join(', ')}: you need not ask about the old day any more.`]),
    ].join(' '),
  askEntry: (milestone: Milestone) => `Asked the teams to confirm ${dated(milestone)}.`,
  seenEntry: (milestone: Milestone, team: string, by: string | undefined) =>
    by === undefined
      ? `${escapeMarkdown(team)} confirmed with a reaction on Slack: ${dated(milestone)}.`
      : `${escapeMarkdown(by)} confirmed for ${escapeMarkdown(team)}: ${dated(milestone)}.`,
  unread: (teams: readonly string[]) => `Answers on Slack of ${teams.join(', ')}`,
  rung: (milestone: Milestone, teams: readonly string[], people: readonly string[]) =>
    [
      `${people.map(mention).join(', ')}: no answer yet from ${teams.map(escapeMarkdown).join(', ')} about ${dated(milestone)}.`,
      `Can you ask them? ${HOW}.`,
    ].join(' '),
  rungEntry: (milestone: Milestone, people: readonly string[]) =>
    `Asked ${people.map(escapeMarkdown).join(', ')} about teams that have not confirmed ${dated(milestone)}.`,
  standing: (milestone: Milestone, team: string) =>
    `${escapeMarkdown(team)} has not confirmed ${dated(milestone)}`,
  paneTitle: ({ version }: Release, milestone: Milestone) =>
    `${version}: ${milestone.title} on ${dayWords(milestone.day)}`,
  paneHead: () => ['Team', 'Confirmed on'],
  paneSilent: () => 'not yet',
  whyAsk: ({ day }: Milestone) => `the teams confirm ${dayWords(day)}`,
  whySeen: (by: string | undefined) => (by === undefined ? 'a reaction on Slack said so' : `${by} said so`),
  whyRung: () => 'teams have not answered yet',
};

/** Answers to the command, one line each. */
export const answers = {
  nothingAsked: () => 'relcomms asks no team here: the config has no section `acknowledge`.',
  noTeam: () => 'Which team? You are in none of the teams in the config.',
};

function dated(milestone: Milestone): string {
  return `${title(milestone)}, ${dayWords(milestone.day)}`;
}

function title(milestone: Milestone): string {
  return escapeMarkdown(milestone.title);
}

function until({ deadline }: Milestone): string {
  return formatInstant(deadline, 'UTC', 'ddd HH:mm [UTC]');
}
