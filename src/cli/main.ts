// Finds the command that was asked for, gives help, and runs it.
import { nearest } from '../domain/nearest.ts';
import { type Command, type Io, UNUSABLE, commandHelp, readArguments } from './command.ts';
import { app } from './app.ts';
import { cleanup } from './cleanup.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { init } from './init.ts';
import { plan } from './plan.ts';
import { VERSION } from './project.ts';
import { sandbox } from './sandbox.ts';
import { schedule } from './schedule.ts';
import { sheet } from './sheet.ts';
import { simulate } from './simulate.ts';
import { slip } from './slip.ts';
import { validate } from './validate.ts';

const COMMANDS: readonly Command[] = [
  init,
  validate,
  schedule,
  slip,
  sheet,
  simulate,
  plan,
  explain,
  doctor,
  cleanup,
  app,
  sandbox,
];

/** Runs `relcomms ARGS…`; answers the exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    io.out(help());
    return name === undefined ? UNUSABLE : 0;
  }
  if (name === '--version') {
    io.out(`${VERSION}\n`);
    return 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const guess = nearest(
      name,
      COMMANDS.map((candidate) => candidate.name),
    );
    io.err(
      `There is no command "${name}".${guess === undefined ? '' : ` Did you mean ${guess}?`} See relcomms --help.\n`,
    );
    return UNUSABLE;
  }
  const given = readArguments(command, rest);
  if ('error' in given) {
    io.err(`${given.error.replace(/[.?]?$/, (end) => end || '.')} See relcomms ${command.name} --help.\n`);
    return UNUSABLE;
  }
  if (given.values['help'] === true) {
    io.out(commandHelp(command));
    return 0;
  }
  return await command.run(given, io);
}

function help(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length + command.usage.length + 1));
  return [
    'relcomms keeps everyone on the same release schedule.',
    '',
    ...COMMANDS.map(
      (command) =>
        `  relcomms ${`${command.name} ${command.usage}`.trim().padEnd(width)}  ${command.summary}`,
    ),
    '',
    'Run "relcomms COMMAND --help" for details about a command.',
    '',
  ].join('\n');
}
