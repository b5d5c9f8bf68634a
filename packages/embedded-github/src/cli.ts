#!/usr/bin/env node
// The command: arguments in, addresses and tokens out.
import { USAGE, readArguments } from './command/read-arguments.ts';
import { runCommand } from './command/run-command.ts';

const given = readArguments(process.argv.slice(2));
const out = (text: string): void => void process.stdout.write(text);
const err = (text: string): void => void process.stderr.write(text);
if (given.kind === 'help') out(USAGE);
else if (given.kind === 'wrong') {
  err(`${given.message}\n\n${USAGE}`);
  process.exitCode = 2;
} else process.exitCode = await runCommand({ ...given, out, err });
