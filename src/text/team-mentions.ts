// The teams that a text of ours mentions, and other words in their place.
import { TEAM } from '../domain/login.ts';
import { changeLive } from './live-text.ts';

/** As `mentionTeam` writes it; a stop at the end ends a sentence. */
const MENTION = new RegExp(String.raw`(?<![\w/\\@-])@(${TEAM})(?<!\.)`, 'g');

/** `acme/api`, each once; what stands in code, links and comments mentions nobody. */
export function teamsIn(markdown: string): string[] {
  const found: string[] = [];
  changeTeams(markdown, (team, mention) => {
    found.push(team);
    return mention;
  });
  return [...new Set(found)];
}

/** The text with other words for each mention of a team; every other byte stays. */
export function changeTeams(markdown: string, words: (team: string, mention: string) => string): string {
  if (markdown.search(MENTION) < 0) return markdown;
  return changeLive(markdown, (live) =>
    live.replaceAll(MENTION, (mention, team: string) => words(team, mention)),
  );
}
