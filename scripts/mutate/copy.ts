// A copy of the project in a temporary folder, since mutations never touch the files that people work on.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tracked files and new ones, as they are now; paths count from the folder. */
export function projectFiles(folder: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(folder, path)));
}

/** Copies the bytes of all files, so nothing is shared with the project but its packages. Answers the folder. */
export function copyProject(folder: string, files: readonly string[]): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'relcomms-mutate-')));
  for (const path of files) cpSync(join(folder, path), join(copy, path));
  symlinkSync(join(folder, 'node_modules'), join(copy, 'node_modules'), 'junction');
  // Some tests start what is built.
  execFileSync(process.execPath, ['scripts/build.js'], { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
  return copy;
}

/** Puts a text in the place of a file: the old file goes first, so that no other name of it is written through. */
export function putText(copy: string, path: string, text: string): void {
  rmSync(join(copy, path));
  writeFileSync(join(copy, path), text);
}
