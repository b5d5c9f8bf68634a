// The Nodes to measure with: this one, and Node 24 when it has been fetched.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface NodeBinary {
  readonly path: string;
  readonly version: string;
}

export function nodes(): NodeBinary[] {
  const name = `node-${process.platform}-${process.arch}`;
  const cached = join('.cache', 'node24', 'node_modules', name, 'bin', 'node');
  const newer = process.env['NODE24'] ?? (existsSync(cached) ? cached : undefined);
  const paths = [process.execPath, ...(newer === undefined ? [] : [newer])];
  return paths.map((path) => ({
    path,
    version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(),
  }));
}
