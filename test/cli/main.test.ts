// The command line as a whole: help, unknown commands and options, exit codes.
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { cli } from './run-cli.ts';

const COMMANDS = ['init', 'validate', 'schedule', 'plan', 'slip', 'sandbox'];

test('app starts the App with the file of this folder, or with another', async () => {
  expect((await cli(['app'])).out).toMatch(/starts with \/.*\/relcomms\.env\n$/);
  expect((await cli(['app'], { RELCOMMS_ENV_FILE: '/etc/relcomms' })).out).toContain('with /etc/relcomms\n');
});

test('without a command it gives the overview and fails; with --help it gives it and succeeds', async () => {
  const bare = await cli([]);
  const help = await cli(['--help']);
  expect(bare).toMatchObject({ exit: 2, out: help.out, err: '' });
  expect(help.exit).toBe(0);
  expect((await cli(['help'])).out).toBe(help.out);
  for (const command of COMMANDS) expect(help.out).toContain(`relcomms ${command}`);
  expect(help.out.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
});

test('the overview stands in columns, two spaces behind the longest command', async () => {
  const { out } = await cli(['--help']);
  const rows = out.split('\n').filter((line) => line.startsWith('  relcomms '));
  const summaries = rows.map((row) => row.search(/\S(?!.* {2})/));
  const [column] = summaries;
  expect(new Set(summaries)).toEqual(new Set([column]));
  expect(Math.max(...rows.map((row) => row.slice(0, column).trimEnd().length))).toBe(Number(column) - 2);
});

test.each(COMMANDS)('%s --help fits on a screen and names every option', async (command) => {
  const { exit, out, err } = await cli([command, '--help']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(new RegExp(`^relcomms ${command}`));
  expect(out).toContain('--help');
  const lines = out.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(25);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
});

test.each([
  ['validat', 'validate'],
  ['shedule', 'schedule'],
  ['plna', 'plan'],
  ['sandbx', 'sandbox'],
])('for the unknown command %s it proposes %s', async (typed, meant) => {
  const { exit, out, err } = await cli([typed]);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(`There is no command "${typed}". Did you mean ${meant}?`);
});

test('for a word that is like no command it proposes nothing', async () => {
  const { exit, err } = await cli(['xyzzy']);
  expect(exit).toBe(2);
  expect(err).not.toContain('Did you mean');
  expect(err).toContain('relcomms --help');
});

test.each(COMMANDS)('%s refuses an option that it does not know, in one line', async (command) => {
  const { exit, out, err } = await cli([command, '--nonsense']);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('--nonsense');
  expect(err).toContain(`relcomms ${command} --help`);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('an option that lacks its value is refused', async () => {
  const { exit, err } = await cli(['schedule', 'v1.18.0', '--config']);
  expect(exit).toBe(2);
  expect(err).toContain('--config');
});

test.each(['http', '-1', '65536'])('sandbox refuses the port %s before it starts anything', async (port) => {
  const { exit, err } = await cli(['sandbox', `--port=${port}`]);
  expect(exit).toBe(2);
  expect(err).toContain(`--port is "${port}"`);
});

test('--version says the version of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  expect(await cli(['--version'])).toEqual({ exit: 0, out: `${version}\n`, err: '' });
});

test.each([
  [['validate', '--jsn'], 'There is no option --jsn. Did you mean --json? See relcomms validate --help.\n'],
  [['validate', 'a', 'b'], '"b" is one argument too many. See relcomms validate --help.\n'],
  [['plan', 'acme/demo'], '"acme/demo" is one argument too many. See relcomms plan --help.\n'],
  [
    ['slip', '1', 'rc1', '-3', 'working', 'days', 'off'],
    '"off" is one argument too many. See relcomms slip --help.\n',
  ],
])('%j is refused with what was meant', async (args, err) => {
  expect(await cli(args)).toEqual({ exit: 2, out: '', err });
});

test('a port that is taken is said, with where to set another', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  expect(await cli(['sandbox', '--port', String(port)])).toEqual({
    exit: 1,
    out: '',
    err: `Another program already uses port ${port} of 127.0.0.1. Stop it, or set --port to a different port; 0 finds a free one.\n`,
  });
  await new Promise((resolve) => {
    server.close(resolve);
  });
});
