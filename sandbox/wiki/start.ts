// Starts a wiki on the loopback interface: git's own HTTP server in front of a bare repository, and people who push.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listen } from '../../packages/embedded-github/src/server.ts';
import { entriesOf } from '../../src/channels/wiki/look-up.ts';
import { type ObjectReader, startReader } from './read-objects.ts';
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
  /** A person writes whole pages. */
  write(pages: Readonly<Record<string, string>>): Promise<void>;
  /** A person's git in the repository, for what has no better name. */
  git(args: readonly string[], input?: string): Promise<string>;
  read(page: string): Promise<string>;
  /** Every page with its text, by the names of the files. */
  pages(): Promise<{ readonly file: string; readonly text: string }[]>;
  /** Subjects, newest first, with the author. */
  history(): Promise<string[]>;
  close(): Promise<void>;
}

export interface WikiServerOptions {
  /** Asked for by every request when given. */
  readonly token?: string;
  readonly mayPush?: boolean;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

/** What `git fast-import` makes a commit of. */
function byHand(pages: Readonly<Record<string, string>>, parent: string): string {
  return [
    'commit refs/heads/master',
    'committer alice <alice@acme.example> now',
    data('By hand\n'),
    ...(parent === '' ? [] : [`from ${parent}`]),
    ...Object.entries(pages).map(([page, text]) => `M 100644 inline ${JSON.stringify(page)}\n${data(text)}`),
    '',
  ].join('\n');
}

async function readPages({ read }: ObjectReader): Promise<{ file: string; text: string }[]> {
  const tree = await read('master^{tree}');
  if (tree === undefined) throw new Error('the wiki has no page');
  return Promise.all(
    entriesOf(tree).map(async ({ name, id }) => ({
      file: name,
      text: (await read(id))?.content.toString() ?? '',
    })),
  );
}

/** Subjects with the author, from the newest commit to the first. */
async function readHistory({ read }: ObjectReader): Promise<string[]> {
  const subjects: string[] = [];
  for (let next: string | undefined = 'master'; next !== undefined;) {
    // oxlint-disable-next-line no-await-in-loop -- a commit names the one before
    const text: string = (await read(next))?.content.toString() ?? '';
    const author = /^author (.*) </m.exec(text)?.[1];
    const subject = /\n\n(.*)/.exec(text)?.[1];
    subjects.push(`${author}: ${subject}`);
    next = /^parent ([0-9a-f]+)$/m.exec(text)?.[1];
  }
  return subjects;
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
  await git(['config', 'receive.autogc', 'false']);
  await git(['config', 'core.fsync', 'none']);
  let started: ObjectReader | undefined;
  const reader = (): ObjectReader => (started ??= startReader(env));
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
      const parent = await git(['rev-parse', '--verify', '--quiet', 'master']).catch(() => '');
      await git(['fast-import', '--quiet', '--date-format=now'], byHand(pages, parent.trim()));
    },
    read: (page: string) => git(['cat-file', 'blob', `master:${page}`]),
    pages: () => readPages(reader()),
    history: () => readHistory(reader()),
    async close() {
      started?.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await rm(root, { recursive: true });
    },
  });
}
