// Says what was injected and what came of it: a line for each seed, and a table over all of them.
import { DUTIES } from '../../src/duties/index.ts';
import { CLASSES, WEBHOOK_CLASSES } from './classes.ts';
import type { Played } from './play.ts';

/** With every injection where something differs, or `all` is asked for. */
export function renderPlayed(played: Played, all: boolean): string {
  const { seed, injections, differences, second, late, left, milliseconds } = played;
  const rounds = new Set(second.map(({ round }) => round)).size;
  const head = `seed ${seed}: ${injections.length} injections, ${differences.length} differences, ${rounds} rounds healed by a second run, ${(milliseconds / 1000).toFixed(1)} s`;
  if (!all && differences.length + second.length === 0) return `${head}\n`;
  const lines = [
    ...injections.map(({ round, name, at }) => `  round ${round}: ${name} at ${at}`),
    ...second.map(({ round, kind, what }) => `  round ${round}: left to the second run: ${kind}: ${what}`),
    ...(all ? late.map((line) => `  its first run without faults: ${line}`) : []),
    ...differences.map(({ round, kind, what }) => `  round ${round}: ${kind}: ${what}`),
    ...(differences.length === 0 ? [] : left.map((line) => `  its last run: ${line}`)),
  ];
  return `${[head, ...lines].join('\n')}\n`;
}

/** Class × injections × seeds that ended with something doubled, lost or otherwise; and duties × runs that left something. */
export function renderTable(played: readonly Played[]): string {
  const names = [...CLASSES.map(({ name }) => name), ...WEBHOOK_CLASSES];
  const rows = names.map((name) => {
    const struck = played.filter(({ injections }) => injections.some((one) => one.name === name));
    const count = played.flatMap(({ injections }) => injections).filter((one) => one.name === name).length;
    const of = (kind: string): number =>
      struck.flatMap(({ differences }) => differences).filter((one) => one.kind === kind).length;
    return [name, count, of('doubled'), of('lost'), of('other'), of('unnamed'), of('unbounded')];
  });
  const duties = DUTIES.map(({ name }) => {
    const runs = played.map(({ disturbed }) => disturbed.get(name) ?? 0);
    return `  ${name}: ${runs.reduce((sum, one) => sum + one, 0)} runs in which something of it was left`;
  });
  const head = ['class', 'injections', 'doubled', 'lost', 'other', 'unnamed', 'unbounded'];
  const width = Math.max(...names.map((name) => name.length));
  const lines = [head, ...rows].map(([name, ...cells]) =>
    [String(name).padEnd(width), ...cells.map((cell) => String(cell).padStart(10))].join(' '),
  );
  const late = played.flatMap(({ seed, second }) =>
    [...new Set(second.map(({ round }) => round))].map((round) => `round ${round} of seed ${seed}`),
  );
  const healed = `Rounds healed by a second run without faults: ${late.length === 0 ? 'none' : late.join(', ')}`;
  const most = Math.max(0, ...played.map((game) => game.most));
  return `\n${[...lines, '', ...duties, '', `Requests of one run with faults: ${most} at most`, healed].join('\n')}\n`;
}
