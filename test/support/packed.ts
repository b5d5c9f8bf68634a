// The npm package as it would be published: packed, and installed in an empty folder.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Packed {
  /** An empty folder but for the installed package. */
  readonly folder: string;
  /** Where the package is in it. */
  readonly home: string;
  /** Bytes of the tarball. */
  readonly bytes: number;
  readonly sha512: string;
  remove(): void;
}

/** Needs the built Action in `dist`. No network is asked: the package has no dependencies. */
export function packAndInstall(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'relcomms-packed-'));
  const tarball = pack(folder);
  execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], {
    cwd: folder,
    stdio: 'pipe',
  });
  const content = readFileSync(tarball);
  rmSync(tarball);
  return {
    folder,
    home: join(folder, 'node_modules', 'relcomms'),
    bytes: content.length,
    sha512: createHash('sha512').update(content).digest('hex'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Makes the package anew, and packs it; answers the path of the tarball. */
function pack(folder: string): string {
  execFileSync(process.execPath, ['scripts/package.js'], { stdio: 'pipe' });
  const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: resolve('dist/npm'),
    encoding: 'utf8',
  });
  return join(folder, name.trim());
}
