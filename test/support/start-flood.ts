// Starts the process with hostile connections, and counts them.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

export interface Flood {
  /** Ends it; the connections that it made. */
  end(): Promise<number>;
}

export async function startFlood(url: string, connections: number): Promise<Flood> {
  const folder = mkdtempSync(join(tmpdir(), 'flood-'));
  const file = join(folder, 'flood.mjs');
  buildSync({
    entryPoints: ['test/support/flood.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: file,
  });
  const child = fork(file, [url, String(connections)]);
  await once(child, 'spawn');
  return {
    end: async () => {
      child.send('made');
      const [made] = (await once(child, 'message')) as [number];
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
      return made;
    },
  };
}
