// The file that the credentials go to: made once, readable by its owner only, never replaced.
import { constants } from 'node:fs';
import { access, open, writeFile } from 'node:fs/promises';

/**
 * One variable a line, without quotes and with `\n` for the line breaks of a key: Node, Docker, and Compose read that
 * alike.
 */
export function envText(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value.trim().replaceAll(/\r?\n/g, String.raw`\n`)}\n`)
    .join('');
}

/** Why there is none afterwards, undefined when it is written. */
export async function writeNew(path: string, text: string): Promise<string | undefined> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
    return undefined;
  } catch (error) {
    return whyNot(path, error);
  }
}

/** Adds to a file that is there; why it could not, undefined when it is done. */
export async function addTo(path: string, text: string): Promise<string | undefined> {
  try {
    const file = await open(path, constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW);
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    return undefined;
  } catch (error) {
    return whyNot(path, error);
  }
}

export async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

function whyNot(path: string, error: unknown): string {
  const { code } = error as { code?: unknown };
  if (code === 'EEXIST') return `${path} is there already, and is never replaced.`;
  return `${path} can't be written (${String(code)}).`;
}
