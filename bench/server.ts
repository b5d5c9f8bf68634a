// Starts a webhook server in a process of its own and asks it what it uses.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { EmbeddedGitHub } from '../packages/embedded-github/src/index.ts';

export interface Usage {
  /** Milliseconds of CPU since it began. */
  readonly cpu: number;
  /** Megabytes. */
  readonly rss: number;
}

export interface Server {
  readonly url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** The App as people start it, or a Probot app that does nothing. */
export async function startServer(kind: 'relcomms' | 'bare-probot', github: EmbeddedGitHub): Promise<Server> {
  const script = kind === 'relcomms' ? 'dist/app/index.js' : '.cache/bench/serve-bare-probot.mjs';
  const child = fork(resolve(script), [], {
    execArgv: ['--require', resolve('bench/usage-hook.cjs')],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      APP_ID: String(github.app.id),
      PRIVATE_KEY: github.app.privateKey,
      WEBHOOK_SECRET: github.app.webhookSecret,
      GHE_HOST: new URL(github.url).host,
      GHE_PROTOCOL: 'http',
      RELCOMMS_PAUSES: 'none',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'fatal',
    },
  });
  return {
    url: `${await addressOf(child)}/api/github/webhooks`,
    usage: async () => {
      child.send('usage');
      const [usage] = (await once(child, 'message')) as [Usage];
      return usage;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Both print `… listens on URL` when they do. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const url = /listens on (\S+)/.exec(text)?.[1];
      if (url !== undefined) done(url);
    });
  });
}
