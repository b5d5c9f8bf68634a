// `relcomms app`: starts the App; the first time, the page that creates it on GitHub.
import { resolve } from 'node:path';
import type { Command } from './command.ts';

export const app: Command = {
  name: 'app',
  usage: '',
  summary: 'Starts the App. Without credentials it opens the page that creates the App on GitHub.',
  options: [],
  notes: [
    'It reads relcomms.env in this folder, or the file that RELCOMMS_ENV_FILE names. docs/operations.md lists the variables.',
  ],
  run: async (_given, io) => await io.startApp(resolve(io.env['RELCOMMS_ENV_FILE'] || 'relcomms.env')),
};
