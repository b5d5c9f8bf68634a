// What a comment of ours is about and whom it tells, in a few words.
import { mentionedIn } from './mention.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { shortenWords } from './shorten.ts';
import { teamsIn } from './team-mentions.ts';

const LONGEST = 80;
const MOST_NAMES = 5;

/** ` to alice and acme/api: “Kyma 1.11: RC1, in 2 days”`: its first line, without the names that it begins with. */
export function commentWords(markdown: string): string {
  const [first = ''] = markdown.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('<!--'));
  const about = plainMarkdown(first).replace(/^(?:@[\w/.-]+(?:, |: ))+/, '');
  const names = [...mentionedIn(markdown), ...teamsIn(markdown)];
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const rest = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return [
    names.length === 0 ? '' : ` to ${shown}${rest}`,
    about === '' ? '' : `: “${inner(shortenWords(about, LONGEST))}”`,
  ].join('');
}

/** Quotes within quotes are single ones. */
function inner(words: string): string {
  return words.replaceAll('“', '‘').replaceAll('”', '’');
}
