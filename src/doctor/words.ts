// The answer of the doctor as text for a terminal, as Markdown, and as data.
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { countWords } from '../text/words.ts';
import { AREAS, type Area, type Checkup, type State, isBroken } from './checkup.ts';

const WORD: Readonly<Record<State, string>> = {
  ok: 'ok',
  broken: 'broken',
  limited: 'limited',
  unknown: 'unknown',
};

/** Broken things first, then those that are limited or unknown, then what is fine. */
const ORDER: readonly State[] = ['broken', 'limited', 'unknown', 'ok'];

/** Plain text; every area once. */
export function doctorText(checkups: readonly Checkup[]): string {
  const parts = areasOf(checkups).map(([area, own]) => [area, ...own.map(lineOf)].join('\n'));
  return `${parts.join('\n\n')}\n\n${summary(checkups)}\n`;
}

function lineOf({ subject, state, found, lost, fix, link }: Checkup): string {
  const head = `  ${WORD[state].padEnd(8)} ${subject}: ${found}.`;
  const rest = [
    ...lostLines(lost),
    ...(fix === undefined ? [] : [`Fix: ${fix}`]),
    ...(link === undefined ? [] : [link]),
  ];
  return [head, ...rest.map((line) => `           ${line}`)].join('\n');
}

function lostLines(lost: Checkup['lost'] = []): string[] {
  const [only] = lost;
  if (only === undefined) return [];
  return lost.length === 1 ? [`Without it: ${only}.`] : ['Without it:', ...lost.map((one) => `- ${one}.`)];
}

/** What is not fine as a table, the rest as a count. */
export function doctorMarkdown(checkups: readonly Checkup[]): string {
  const rows = areasOf(checkups)
    .flatMap(([, own]) => own)
    .filter(({ state }) => state !== 'ok')
    .map(({ area, subject, state, found, lost = [], fix, link }) => {
      const cells = [
        WORD[state],
        `${area}: ${subject}`,
        [found, ...lost.map((one) => `without it: ${one}`)].join('; '),
      ].map(escapeMarkdown);
      const mend = fix === undefined ? '' : escapeMarkdown(fix);
      return `| ${[...cells, link === undefined ? mend : `${mend} [Open the page](${link})`].join(' | ')} |`;
    });
  const table = ['|  | what | found | fix |', '| --- | --- | --- | --- |', ...rows];
  return `${rows.length === 0 ? '' : `${table.join('\n')}\n\n`}${summary(checkups)}\n`;
}

export function summary(checkups: readonly Checkup[]): string {
  const counts = ORDER.map((state) => [state, checkups.filter((one) => one.state === state).length] as const);
  const words = counts.flatMap(([state, count]) => (count === 0 ? [] : [`${count} ${WORD[state]}`]));
  const all = countWords(checkups.length, 'thing');
  return `${isBroken(checkups) ? 'Something is broken' : 'Nothing is broken'}: of ${all}, ${words.join(', ')}.`;
}

function areasOf(checkups: readonly Checkup[]): [Area, readonly Checkup[]][] {
  return AREAS.flatMap((area): [Area, readonly Checkup[]][] => {
    const own = checkups.filter((one) => one.area === area);
    const sorted = ORDER.flatMap((state) => own.filter((one) => one.state === state));
    return own.length === 0 ? [] : [[area, sorted]];
  });
}
