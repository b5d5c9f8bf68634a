#!/usr/bin/env node
// The command line: arguments in, text and exit code out.
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { fileURLToPath } from 'node:url';
import { main } from './cli/main.ts';
import { openEnd } from './cli/open-end.ts';
import { judgeInChild } from './judge/judge-in-child.ts';

const err = openEnd(process.stderr);

process.exitCode = await main(process.argv.slice(2), {
  out: openEnd(process.stdout),
  err,
  env: process.env,
  // The build puts it beside the App.
  judge: judgeInChild({ program: fileURLToPath(new URL('../app/judge.js', import.meta.url)) })(),
  startApp: async (file) => {
    if (existsSync(file)) loadEnvFile(file);
    // A program of its own, as people start it in a container: it reads the environment and ends by itself.
    await import(new URL('../app/index.js', import.meta.url).href);
    return Number(process.exitCode ?? 0);
  },
  ...(process.stdin.isTTY ? { input: process.stdin } : {}),
  ...(process.stderr.isTTY ? { progress: (text: string) => err(`\r\u001b[K${text}`) } : {}),
});
