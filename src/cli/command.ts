// The shape of a command of the command line, its help and its arguments.
import { parseArgs } from 'node:util';
import { nearest } from '../domain/nearest.ts';
import type { Judge } from '../run/judgement.ts';

export interface Option {
  readonly name: string;
  /** Word for the value in the help; absent for a switch. */
  readonly value?: string;
  /** May be given more than once. */
  readonly repeatable?: true;
  readonly description: string;
}

/** What a command prints and how the process ends. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Shows one line that takes the place of the last, an empty one at the end; absent when nobody watches. */
  progress?(text: string): void;
  /** Judges the configs of pull requests; absent: they are judged in this process. */
  readonly judge?: Judge;
  /** What somebody at the terminal types; absent when nobody is there. */
  readonly input?: NodeJS.ReadableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Starts the App in this process with the variables of a file, where there is one; answers the exit code. */
  startApp(file: string): Promise<number>;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

export interface Command {
  readonly name: string;
  /** Behind the name in the usage line. */
  readonly usage: string;
  /** Where one of them may be of several words; absent: as many as the usage has. */
  readonly mostArguments?: number;
  readonly summary: string;
  readonly options: readonly Option[];
  /** Lines at the end of the help, for exit codes and the like. */
  readonly notes?: readonly string[];
  /** Answers the exit code. */
  run(given: Arguments, io: Io): Promise<number>;
}

export const CONFIG_OPTION: Option = {
  name: 'config',
  value: 'FILE',
  description: 'the config, - for standard input (default .github/relcomms.yml)',
};
export const JSON_OPTION: Option = { name: 'json', description: 'print JSON for programs' };
const HELP_OPTION: Option = { name: 'help', description: 'print this help' };

/** Exit code for what can't be read or understood. */
export const UNUSABLE = 2;

export const DEFAULT_CONFIG = '.github/relcomms.yml';

/** A minus and a digit begin an amount such as `-3d`: no option has a digit for a name. */
const AMOUNT = /^-\d/;

/** Keeps `parseArgs` from taking an amount for an option. */
const SHIELD = ' ';

function unshielded<T>(value: T): T | string {
  const shielded = typeof value === 'string' && AMOUNT.test(value.slice(SHIELD.length));
  return shielded && value.startsWith(SHIELD) ? value.slice(SHIELD.length) : value;
}

/** Reads the arguments of a command; an unknown or incomplete option is an error in words. */
export function readArguments(
  command: Command,
  args: readonly string[],
): Arguments | { readonly error: string } {
  const options = Object.fromEntries(
    [...command.options, HELP_OPTION].map((option) => [
      option.name,
      {
        type: option.value === undefined ? 'boolean' : 'string',
        multiple: option.repeatable === true,
      } as const,
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: args.map((argument) => (AMOUNT.test(argument) ? `${SHIELD}${argument}` : argument)),
      options,
      allowPositionals: true,
      strict: true,
    });
    const inUsage = command.usage
      .replaceAll(/\[?--\S+ \S+/g, '')
      .split(' ')
      .filter(Boolean).length;
    const most = command.mostArguments ?? inUsage;
    const further = positionals[most];
    if (further !== undefined) return { error: `"${unshielded(further)}" is one argument too many` };
    return {
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, unshielded(value)])),
      positionals: positionals.map(unshielded),
    };
  } catch (error) {
    return { error: refusalOf(error, Object.keys(options)) };
  }
}

/** Node's first sentence, or what an unknown option may have meant. */
function refusalOf(error: unknown, names: readonly string[]): string {
  const words = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
  const [, unknown] = /^Unknown option '(-.*)'$/.exec(words) ?? [];
  if (unknown === undefined) return words;
  const guess = nearest(unknown.replace(/^-+/, ''), names);
  return `There is no option ${unknown}${guess === undefined ? '' : `. Did you mean --${guess}?`}`;
}

/** The text of an option, when it was given. */
export function textOf({ values }: Arguments, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All texts of a repeatable option, in the order in which they were given. */
export function textsOf({ values }: Arguments, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function commandHelp(command: Command): string {
  const rows = [...command.options, HELP_OPTION].map((option) => [
    `--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`,
    option.description,
  ]);
  const width = Math.max(...rows.map(([left]) => left?.length ?? 0));
  return [
    `relcomms ${command.name}${command.usage === '' ? '' : ` ${command.usage}`}`,
    '',
    `  ${command.summary}`,
    '',
    ...rows.map(([left, right]) => `  ${(left ?? '').padEnd(width)}  ${right}`),
    ...(command.notes === undefined ? [] : ['', ...command.notes.map((note) => `  ${note}`)]),
    '',
  ].join('\n');
}
