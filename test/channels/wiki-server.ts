// A wiki on loopback: git's own HTTP server in front of a bare repository, with a token, and people who push.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

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
  const root = await mkdtemp(join(tmpdir(), 'relcomms-test-wiki-'));
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
    void Promise.resolve(before).then(() => serve(request, response, root, options.token));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo.wiki.git`,
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

/** The Common Gateway Interface of git: headers, an empty line, the body. */
function serve(request: IncomingMessage, response: ServerResponse, root: string, token?: string): void {
  const expected = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  if (token !== undefined && request.headers.authorization !== expected) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="wiki"' }).end();
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      HOME: root,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: 'relcomms',
      REQUEST_METHOD: request.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      HTTP_GIT_PROTOCOL: request.headers['git-protocol'] as string | undefined,
      CONTENT_LENGTH: request.headers['content-length'],
    },
  });
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => {
    const answer = Buffer.concat(chunks);
    const end = answer.indexOf('\r\n\r\n');
    const headers = answer
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(': ') as [string, string]);
    const status = Number(headers.find(([name]) => name === 'Status')?.[1].slice(0, 3) ?? 200);
    response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== 'Status')));
    response.end(answer.subarray(end + 4));
  });
}
