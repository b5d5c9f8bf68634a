// The file of a wiki page: GitHub makes the page's title from the name of the file.
import { plainLine } from '../../text/plain-line.ts';
import { shorten } from '../../text/shorten.ts';

const LONGEST = 100;

/** `Release v1.18.0` is `Release-v1.18.0.md`; undefined when nothing of the title can be in a name. */
export function pageFile(title: string): string | undefined {
  const name = plainLine(title)
    .normalize('NFC')
    // What GitHub takes in no title, and what a shell or a browser reads as more than a letter.
    .replaceAll(/[\\/:*?"<>|#%]+/g, ' ')
    .trim()
    .replaceAll(/\s+/g, '-')
    // A leading dot hides a file, a leading hyphen looks like an option.
    .replace(/^[.-]+/, '');
  return name === '' ? undefined : `${shorten(name, LONGEST).replace(/[.\u2026-]+$/, '')}.md`;
}
