// Reads a file that may not exist; a file that exists and can't be read is something else.
import { readFile } from 'node:fs/promises';

/** Undefined when there is none; `trouble` goes on behind the name of the file. */
export async function readIfThere(path: string): Promise<string | { readonly trouble: string } | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return { trouble: `can't be read (${code ?? 'unknown reason'}). Check the file and its permissions.` };
  }
}
