// The table of mails per person and week.
import { formatDay } from '../../src/domain/day.ts';
import type { Noise } from '../mail/noise.ts';

/** More weeks than fit beside each other go below. */
const WEEKS = 14;

export function renderCounts({ weeks, rows }: Noise): string {
  if (rows.length === 0) return '  The config names nobody.';
  const name = Math.max('week of'.length, ...rows.map(({ login }) => login.length));
  const parts: string[] = [];
  for (let first = 0; first < weeks.length; first += WEEKS) {
    const last = first + WEEKS >= weeks.length;
    const head = weeks.slice(first, first + WEEKS).map((week) => formatDay(week, 'D MMM'));
    const lines = [
      { name: 'week of', cells: head, total: 'total' },
      ...rows.map(({ login, perWeek, total }) => ({
        name: login,
        cells: perWeek.slice(first, first + WEEKS).map((count) => (count === 0 ? '.' : String(count))),
        total: String(total),
      })),
    ];
    parts.push(
      lines
        .map((line) => {
          const cells = line.cells.map((cell) => cell.padStart(6));
          return `  ${line.name.padEnd(name)}  ${cells.join(' ')}${last ? `  ${line.total.padStart(5)}` : ''}`;
        })
        .join('\n'),
    );
  }
  return parts.join('\n\n');
}
