#!/usr/bin/env node
// The command line: arguments in, text and exit code out.
import { main } from './cli/main.ts';
import { openEnd } from './cli/open-end.ts';

const err = openEnd(process.stderr);

process.exitCode = await main(process.argv.slice(2), {
  out: openEnd(process.stdout),
  err,
  env: process.env,
  ...(process.stderr.isTTY ? { progress: (text: string) => err(`\r\u001b[K${text}`) } : {}),
});
