// The table of attackers and assets in docs/security.md.
import { ASSETS, ATTACKERS, type Attacker, type Cell, TABLE } from '../../test/attack/table.ts';
import { alignedTable } from './aligned-table.ts';

/** One table for each attacker. Nothing in it holds a pipe. */
export function attackTable(): string {
  return Object.entries(ATTACKERS)
    .map(([name, is]) => {
      const rows = ASSETS.map((asset) => [asset, ...cellsOf(TABLE[name as Attacker][asset])]);
      const head = `**${name.charAt(0).toUpperCase()}${name.slice(1)}**: ${is}.`;
      return `${head}\n\n${alignedTable(['asset', 'what holds', 'shown by'], rows)}`;
    })
    .join('\n\n');
}

function cellsOf({ holds, shown }: Cell): [string, string] {
  const files = shown === 'no way' ? [] : [...new Set(shown.map(([file]) => `\`test/${file}.test.ts\``))];
  return [holds, files.join(', ') || 'there is no way'];
}
