// The steps of the Dockerfile, carried out in bare folders: what it copies, runs, and starts. No image is built here.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { longTest } from '../support/long.ts';

interface Step {
  readonly word: string;
  readonly rest: string;
}

/** One step a line, in stages. */
const STAGES = readFileSync('Dockerfile', 'utf8')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line): Step => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }))
  .reduce<Step[][]>((stages, step) => {
    if (step.word === 'FROM') stages.push([]);
    stages.at(-1)?.push(step);
    return stages;
  }, []);

const [make = [], final = []] = STAGES;
const all = (stage: readonly Step[], word: string): string[] =>
  stage.filter((step) => step.word === word).map(({ rest }) => rest);

test('the image runs as a user without rights, says whether it is well, and holds the package alone', () => {
  expect(all(final, 'USER')).toEqual(['node']);
  expect(all(final, 'HEALTHCHECK')).toEqual([expect.stringContaining('/healthz')]);
  expect(all(final, 'COPY')).toEqual(['--from=package /source/dist/npm /relcomms']);
  expect(all(final, 'RUN')).toEqual(['apk add --no-cache git']);
  const compose = load(readFileSync('compose.yml', 'utf8')) as Record<string, object>;
  expect(compose['x-relcomms']).toMatchObject({ build: '.', read_only: true, tmpfs: ['/tmp'] });
});

longTest(
  'its steps make the package from a clean copy, in 40 MB, and the App starts from it and writes nothing beside it',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'relcomms-image-'));
    const github = await startTestGitHub({ seed: defaultSeed });
    try {
      const source = join(folder, 'source');
      copySources(source);
      for (const command of all(make, 'RUN'))
        execFileSync('sh', ['-c', command], { cwd: source, stdio: 'pipe', maxBuffer: 1 << 26 });
      const home = join(folder, 'relcomms');
      cpSync(join(source, 'dist/npm'), home, { recursive: true });
      const kilobytes = Number(execFileSync('du', ['-sk', home], { encoding: 'utf8' }).split('\t')[0]);
      expect(kilobytes).toBeLessThan(40 * 1024);
      execFileSync('chmod', ['-R', 'a-w,a+rX', folder]);
      expect(await start(home, github)).toBe('ok');
    } finally {
      await github.close();
      execFileSync('chmod', ['-R', 'u+w', folder]);
      rmSync(folder, { recursive: true });
    }
  },
  600_000,
);

/** What git has, as it is now. */
function copySources(source: string): void {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter(Boolean)) {
    mkdirSync(join(source, file, '..'), { recursive: true });
    cpSync(resolve(file), join(source, file));
  }
}

/** What `/healthz` says of the command of the image. */
async function start(home: string, github: EmbeddedGitHub): Promise<string> {
  const [command] = all(final, 'CMD');
  const [, program = ''] = JSON.parse(command ?? '[]') as string[];
  const child = spawn(process.execPath, [program.replace(/^\/relcomms/, home)], {
    cwd: '/',
    // Nobody, where the tests run as root.
    ...(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      APP_ID: String(github.app.id),
      PRIVATE_KEY: github.app.privateKey,
      WEBHOOK_SECRET: github.app.webhookSecret,
      GITHUB_URL: github.url,
      HOST: '0.0.0.0',
      PORT: '0',
    },
  });
  const over = new Promise((done) => child.once('exit', done));
  try {
    let log = '';
    for await (const part of child.stdout) {
      log += String(part);
      const [, port] = /listens on http:\/\/[^:]+:(\d+)/.exec(log) ?? [];
      if (port !== undefined) return (await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).trim();
    }
    return log;
  } finally {
    child.kill('SIGTERM');
    await over;
  }
}
