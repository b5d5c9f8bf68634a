// The words of the calendar file: its name, its commits, and why it is not written.
import type { Release } from '../../domain/release.ts';
import { countWords } from '../../text/words.ts';

export const render = {
  name: (releases: readonly Release[]) => releases.map(({ title }) => title).join(', '),
  commit: (releases: readonly Release[]) => `Dates of ${releases.map(({ version }) => version).join(', ')}`,
  why: (releases: readonly Release[]) =>
    `the dates of ${countWords(releases.length, 'release')} as a file that calendars subscribe to`,
  what: (path: string) => `The calendar file ${path}`,
  isProtected: (branch: string) =>
    `${branch} is the default branch and accepts changes only through pull requests; set another branch under \`calendar\`, or remove \`branch\``,
};
