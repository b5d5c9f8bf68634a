// Starts a wiki on the loopback interface: git's own HTTP server in front of a bare repository, and people who push.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listen } from '../../packages/embedded-github/src/server.ts';
import { serveGit } from './serve-git.ts';

const run = promisify(execFile);

export interface WikiServer {
  /** `http://127.0.0.1:1/demo.wiki.git`. */
  readonly url: string;
  /** The bare repository as `file:` address. */
  readonly fileUrl: string;
  /** `GET /demo.wiki.git/info/refs?service=git-upload-pack` and so on. */
  readonly requests: string[];
  /** Called before a push is looked at; what it does comes in between fetch and push. */
  beforePush: () => Promise<void>;
  /** A person writes whole pages; the last answer of git is the commit. */
  write(pages: Readonly<Record<string, string>>): Promise<void>;
  /** A person's git in the repository, for what has no better name. */
  git(args: readonly string[], input?: string): Promise<string>;
  read(page: string): Promise<string>;
  /** Names of the files, in order. */
  files(): Promise<string[]>;
  /** Subjects, newest first, with the author. */
  history(): Promise<string[]>;
  close(): Promise<void>;
}

export interface WikiServerOptions {
  /** Asked for by every request when given. */
  readonly token?: string;
  readonly mayPush?: boolean;
}

export async function startWikiServer(options: WikiServerOptions = {}): Promise<WikiServer> {
  const root = await mkdtemp(join(tmpdir(), 'relcomms-sandbox-wiki-'));
  const repository = join(root, 'demo.wiki.git');
  const env = {
    PATH: process.env['PATH'],
    HOME: root,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_DIR: repository,
    GIT_AUTHOR_NAME: 'alice',
    GIT_AUTHOR_EMAIL: 'alice@acme.example',
    GIT_COMMITTER_NAME: 'alice',
    GIT_COMMITTER_EMAIL: 'alice@acme.example',
  };
  const git = async (args: readonly string[], input?: string): Promise<string> => {
    const done = run('git', [...args], { env, cwd: root });
    done.child.stdin?.end(input);
    return (await done).stdout;
  };
  await git(['init', '--quiet', '--bare', '--initial-branch=master']);
  await git(['config', 'http.receivepack', String(options.mayPush ?? true)]);
  const requests: string[] = [];
  const state = { beforePush: async (): Promise<void> => {} };
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const before =
      request.url?.includes('service=git-receive-pack') === true ? state.beforePush() : undefined;
    void Promise.resolve(before).then(() => serveGit(request, response, root, options.token));
  });
  const url = await listen(server, 0, '127.0.0.1');
  return Object.assign(state, {
    url: `${url}/demo.wiki.git`,
    fileUrl: `file://${repository}`,
    requests,
    git,
    async write(pages: Readonly<Record<string, string>>) {
      const head = await git(['rev-parse', '--verify', '--quiet', 'master']).catch(() => '');
      await git(head === '' ? ['read-tree', '--empty'] : ['read-tree', 'master']);
      for (const [page, text] of Object.entries(pages)) {
        // oxlint-disable-next-line no-await-in-loop -- one index
        const blob = await git(['hash-object', '-w', '--stdin'], text);
        // oxlint-disable-next-line no-await-in-loop -- one index
        await git(['update-index', '--add', '--cacheinfo', `100644,${blob.trim()},${page}`]);
      }
      const tree = (await git(['write-tree'])).trim();
      const parent = head === '' ? [] : ['-p', head.trim()];
      const commit = await git(['commit-tree', tree, ...parent, '-m', 'By hand']);
      await git(['update-ref', 'refs/heads/master', commit.trim()]);
    },
    read: (page: string) => git(['cat-file', 'blob', `master:${page}`]),
    files: async () => (await git(['ls-tree', '--name-only', 'master'])).trim().split('\n'),
    history: async () => (await git(['log', '--format=%an: %s', 'master'])).trim().split('\n'),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await rm(root, { recursive: true });
    },
  });
}
