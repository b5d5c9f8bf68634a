// Plays seeds and prints what was injected and what came of it: `--seed 17` one, else 50; `--as action` or `both`.
import type { Kind } from './action-runner.ts';
import { play } from './play.ts';
import { renderPlayed, renderTable } from './render.ts';

const args = process.argv.slice(2);
const valueOf = (name: string): number | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : Number(args[at + 1]);
};

const at = args.indexOf('--as');
const kind: Kind = at < 0 ? 'app' : (args[at + 1] as Kind);
const one = valueOf('--seed');
const first = valueOf('--from') ?? 1;
const all = Array.from({ length: valueOf('--seeds') ?? 50 }, (_, index) => first + index);
const played = [];
for (const seed of one === undefined ? all : [one]) {
  // oxlint-disable-next-line no-await-in-loop -- worlds at once would take each other's time
  const game = await play(seed, kind);
  played.push(game);
  process.stdout.write(renderPlayed(game, one !== undefined));
}
process.stdout.write(renderTable(played));
if (played.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
