// Replaces a file in one step: who reads it finds the old text or the new one, never a part.
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes the text unless the file no longer holds `expected`. Follows a link, and keeps the file's mode. */
export async function replaceFile(
  file: string,
  expected: string,
  text: string,
): Promise<'written' | 'changed by others'> {
  const target = await realpath(file);
  const { mode } = await stat(target);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(draft, text, { mode, flag: 'wx' });
    if ((await readFile(target, 'utf8')) !== expected) return 'changed by others';
    await rename(draft, target);
    return 'written';
  } finally {
    await rm(draft, { force: true });
  }
}
