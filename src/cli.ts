#!/usr/bin/env node
// The command line: arguments in, text and exit code out.
import { fileURLToPath } from 'node:url';
import { main } from './cli/main.ts';
import { judgeInChild } from './judge/judge-in-child.ts';

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  // The build puts it beside the App.
  judge: judgeInChild({ program: fileURLToPath(new URL('../app/judge.js', import.meta.url)) })(),
  ...(process.stderr.isTTY
    ? { progress: (text: string) => void process.stderr.write(`\r\u001b[K${text}`) }
    : {}),
});
