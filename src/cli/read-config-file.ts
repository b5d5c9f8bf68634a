// Reads a config file for a command and says what is wrong with it.
import { readFile } from 'node:fs/promises';
import { text as wholeText } from 'node:stream/consumers';
import type { Instant } from '../domain/day.ts';
import { formatProblems } from '../config/format-problems.ts';
import { type Prepared, prepareAt } from '../run/reconcile.ts';
import { CONFIGURATION_PAGE } from './project.ts';
import { type Arguments, DEFAULT_CONFIG, type Io, UNUSABLE, textOf } from './command.ts';

/** A good config, or the exit code of a failure that has been told. */
export async function readConfigFile(given: Arguments, io: Io): Promise<Prepared | { exit: number }> {
  const file = textOf(given, 'config') ?? DEFAULT_CONFIG;
  const text = await readText(file, io);
  if (text === undefined) return { exit: UNUSABLE };
  const prepared = prepareAt(text, Date.now() as Instant);
  if (!('problems' in prepared)) return prepared;
  io.err(
    `${formatProblems(prepared.problems, file, CONFIGURATION_PAGE)}\nThe config has errors. Fix them, then check it with relcomms validate.\n`,
  );
  return { exit: 1 };
}

/** Stands for standard input. */
const STANDARD_INPUT = '-';

/** The text of the file, or undefined after the reason has been told. */
export async function readText(file: string, io: Io): Promise<string | undefined> {
  try {
    return file === STANDARD_INPUT ? await wholeText(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ENOENT';
    io.err(
      `${file} ${missing ? 'is not there' : "can't be read"}. Set the path of a config with --config FILE.\n`,
    );
    return undefined;
  }
}
