// `relcomms sandbox`: relcomms on an embedded GitHub, to look at and to try out.
import { portTrouble } from '../text/port-words.ts';
import { type Command, JSON_OPTION, UNUSABLE, textOf } from './command.ts';

export const sandbox: Command = {
  name: 'sandbox',
  usage: '',
  summary: 'Opens relcomms on a simulated GitHub in the browser. Nothing leaves this machine.',
  options: [
    { name: 'port', value: 'PORT', description: 'port of the page (default 3000, 0 for a free one)' },
    { name: 'github-only', description: 'start only the simulated GitHub, for any App or Action' },
    { name: 'seed', value: 'FILE', description: 'its content: repositories, people, issues, and more' },
    JSON_OPTION,
  ],
  notes: ['--github-only needs --seed; docs/sandbox.md describes the file. --json works only with them.'],
  async run(given, io) {
    const port = Number(textOf(given, 'port') ?? (io.env['PORT'] || 3000));
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      io.err(`--port is "${textOf(given, 'port')}"; use a number from 0 to 65535.\n`);
      return UNUSABLE;
    }
    const alone = given.values['github-only'] === true;
    const file = textOf(given, 'seed');
    if (alone !== (file !== undefined)) {
      io.err('--github-only and --seed FILE belong together. See relcomms sandbox --help.\n');
      return UNUSABLE;
    }
    const out = (text: string): void => io.out(text);
    // The embedded GitHub is large; other commands start without it.
    if (file === undefined) {
      const { runSandbox } = await import('../../sandbox/run-sandbox.ts');
      try {
        await runSandbox({ port, out });
        return 0;
      } catch (error) {
        const trouble = portTrouble(error, '--port');
        if (trouble === undefined) throw error;
        io.err(`${trouble}\n`);
        return 1;
      }
    }
    const { runCommand } = await import('../../packages/embedded-github/src/index.ts');
    const json = given.values['json'] === true;
    return runCommand({ file, port, json, out, err: (text) => io.err(text) });
  },
};
