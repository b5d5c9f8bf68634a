// Opens a page in the browser of who started the program, where there is one on this machine.
import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** A program and what comes before the link; undefined where nobody sits at a browser of this machine. */
export function browserOf(
  env: Environment,
  { platform, isTerminal }: { readonly platform: string; readonly isTerminal: boolean },
): readonly [string, ...string[]] | undefined {
  const chosen = env['BROWSER']?.trim();
  if (chosen === 'none') return undefined;
  // Editors that run on another machine name a program here that opens the browser of the person.
  if (chosen) return [chosen];
  // Pipes and services have no terminal; over SSH the browser would open where nobody sees it.
  if (!isTerminal || env['SSH_CONNECTION'] || env['CI']) return undefined;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined;
}

/** `onFailed` is told why no browser could be started. */
export function openIn(
  [program, ...before]: readonly [string, ...string[]],
  link: string,
  onFailed: (why: string) => void,
): void {
  const child = spawn(program, [...before, link], { stdio: 'ignore', detached: true });
  child.on('error', (error: Error & { readonly code?: string }) => onFailed(error.code ?? error.message));
  child.on('exit', (code) => code !== null && code !== 0 && onFailed(`exit code ${code}`));
  child.unref();
}
