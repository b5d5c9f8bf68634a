// `relcomms sandbox`: relcomms on an embedded GitHub, to look at and to try out.
import { type Command, UNUSABLE, textOf } from './command.ts';

export const sandbox: Command = {
  name: 'sandbox',
  usage: '',
  summary: 'Opens relcomms on an embedded GitHub in the browser. Nothing leaves this machine.',
  options: [
    { name: 'port', value: 'PORT', description: 'port of the page (default 3000, 0 for a free one)' },
  ],
  async run(given, io) {
    const port = Number(textOf(given, 'port') ?? (io.env['PORT'] || 3000));
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      io.err(`--port is "${textOf(given, 'port')}"; write a number from 0 to 65535.\n`);
      return UNUSABLE;
    }
    // The embedded GitHub is large; other commands start without it.
    const { runSandbox } = await import('../sandbox/run-sandbox.ts');
    await runSandbox({ port, out: (text) => io.out(text) });
    return 0;
  },
};
