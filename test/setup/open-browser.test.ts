// Where starting the App opens a browser, and where it only prints the link.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserOf, openIn } from '../../src/setup/open-browser.ts';

test.each([
  [{}, 'darwin', true, ['open']],
  [{}, 'win32', true, ['rundll32', 'url.dll,FileProtocolHandler']],
  [{ DISPLAY: ':0' }, 'linux', true, ['xdg-open']],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true, ['xdg-open']],
  [{}, 'linux', true, undefined],
  [{}, 'darwin', false, undefined],
  [{ SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }, 'darwin', true, undefined],
  [{ CI: 'true' }, 'darwin', true, undefined],
  [{ BROWSER: 'none' }, 'darwin', true, undefined],
  [{ BROWSER: '/usr/bin/code-browser' }, 'linux', false, ['/usr/bin/code-browser']],
])('with %p on %s, at a terminal: %p', (env, platform, isTerminal, expected) => {
  expect(browserOf(env, { platform, isTerminal })).toEqual(expected);
});

test('the link is one argument, and no shell reads it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'));
  const [program, file] = [join(folder, 'browser'), join(folder, 'opened')];
  writeFileSync(program, `#!/bin/sh\nprintf %s "$1" > ${file}\nexit 3\n`, { mode: 0o700 });
  const link = 'http://release.example/?code=A&b=$(id);`id`';
  const why = await new Promise<string>((resolve) => openIn([program], link, resolve));
  expect([why, readFileSync(file, 'utf8')]).toEqual(['exit code 3', link]);
});

test('a browser that is not there is told', async () => {
  const why = await new Promise<string>((resolve) =>
    openIn(['/nowhere/browser'], 'http://a.example', resolve),
  );
  expect(why).toBe('ENOENT');
});
