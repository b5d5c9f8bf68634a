// The words of asking teams whether they have seen a day, and of their silence.
import { formatInstant } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention, mentionTeam } from '../../text/mention.ts';
import { dayWords } from '../../text/words.ts';

const HOW = 'Somebody of each team answers `/release seen` in a comment on this issue';

export const render = {
  ask: (milestone: Milestone, again: boolean, teams: readonly string[]) =>
    [
      `**${title(milestone)} ${again ? 'has moved to' : 'is on'} ${dayWords(milestone.day)}**, until ${until(milestone)}.`,
      `Has your team seen it? ${HOW}: ${teams.map(mentionTeam).join(', ')}.`,
    ].join(' '),
  askEntry: (milestone: Milestone) => `Asked the teams whether they have seen ${dated(milestone)}.`,
  seenEntry: (milestone: Milestone, team: string, by: string | undefined) =>
    by === undefined
      ? `${escapeMarkdown(team)} says by a reaction on Slack that it has seen ${dated(milestone)}.`
      : `${escapeMarkdown(by)} says that ${escapeMarkdown(team)} has seen ${dated(milestone)}.`,
  unread: (teams: readonly string[]) => `Answers on Slack of ${teams.join(', ')}`,
  rung: (milestone: Milestone, teams: readonly string[], people: readonly string[]) =>
    [
      `${people.map(mention).join(', ')}: nobody of ${teams.map(escapeMarkdown).join(', ')} has said so far that they have seen ${dated(milestone)}.`,
      `Please see to it. ${HOW}.`,
    ].join(' '),
  rungEntry: (milestone: Milestone, people: readonly string[]) =>
    `Asked ${people.map(escapeMarkdown).join(', ')} about teams that have not seen ${dated(milestone)}.`,
  standing: (milestone: Milestone, team: string) =>
    `${escapeMarkdown(team)} has not said that it has seen ${dated(milestone)}`,
  paneTitle: ({ version }: Release, milestone: Milestone) =>
    `${version}: ${milestone.title} on ${dayWords(milestone.day)}`,
  paneHead: () => ['Team', 'Seen on'],
  paneSilent: () => 'not yet',
  whyAsk: ({ day }: Milestone) => `the teams say that they have seen ${dayWords(day)}`,
  whySeen: (by: string | undefined) => (by === undefined ? 'a reaction on Slack said so' : `${by} said so`),
  whyRung: () => 'teams are silent',
};

/** Answers to the command, one line each. */
export const answers = {
  nothingAsked: () => 'Nobody is asked here: the config has no section `acknowledge`.',
  noTeam: () => 'Of which team? You are in none of those that the config names.',
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
