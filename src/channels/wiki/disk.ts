// Bounds what a wiki may put on our disk: who writes to a wiki chooses how large it is.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds between two looks. */
const OFTEN = 100;

export interface DiskWatch {
  /** Aborted when there is too much. */
  readonly signal: AbortSignal;
  /** Looks once more, whatever the clock. */
  look(): Promise<void>;
  end(): void;
}

/** `most` in bytes, of all files in the directory together. */
export function watchDisk(directory: string, most: number): DiskWatch {
  const full = new AbortController();
  const look = async (): Promise<void> => {
    if ((await bytesIn(directory)) > most) full.abort();
  };
  const timer = setInterval(() => void look(), OFTEN);
  return { signal: full.signal, look, end: () => clearInterval(timer) };
}

/** A file that goes while it looks counts nothing. */
async function bytesIn(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries.map(async (entry) => {
    if (!entry.isFile()) return 0;
    return (await stat(join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
