// The command line in front of a reader that leaves at once: `relcomms simulate | true`.
import { spawn } from 'node:child_process';

/** Exit code and what is said on standard error, with nobody at standard output. */
async function unread(args: readonly string[]): Promise<readonly [number | null, string]> {
  const child = spawn(process.execPath, ['dist/cli/index.js', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exit = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return [exit, said];
}

const GOOD = 'config/relcomms.example.yml';

test.each([
  [0, ['--help']],
  [0, ['simulate']],
  [0, ['validate', GOOD]],
  [0, ['validate', GOOD, '--json']],
  [1, ['validate', 'test/fixtures/broken/33-people-and-teams.yml']],
  [0, ['schedule', '--help']],
  [0, ['slip', '--help']],
  [0, ['plan', '--help']],
  [0, ['explain', '--help']],
  [0, ['sandbox', '--help']],
])(
  '%d: relcomms %j ends quietly',
  async (exit, args) => {
    expect(await unread(args)).toEqual([exit, '']);
  },
  120_000,
);
