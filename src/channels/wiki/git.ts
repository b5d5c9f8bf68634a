// Runs the git program in a directory of its own: no shell, no config of others, no hook, no question, no secret in an argument.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchDisk } from './disk.ts';
import { type GitAnswer, runGit } from './run-git.ts';

/** Where the wiki is, and how it is reached. */
export interface WikiPlace {
  /** `https://github.com/acme/demo.wiki.git`; without user and password. */
  readonly url: string;
  readonly token?: string | undefined;
  /** What git may speak; default: `https`. */
  readonly protocol?: 'https' | 'http' | 'file' | undefined;
  /** The environment of the process: of it only the path, proxies and certificates are passed on. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the repository is made for a moment; default: the directory for temporary files. */
  readonly directory?: string | undefined;
  /** Milliseconds for all of it; default: a minute. */
  readonly timeout?: number | undefined;
  /** Bytes that the newest state of the wiki may take, packed; default: 100 MB. */
  readonly mostBytes?: number | undefined;
}

export interface Git {
  (args: readonly string[], input?: string | Buffer): Promise<GitAnswer>;
}

const PASSED_ON = [
  'PATH',
  'SystemRoot',
  'HTTPS_PROXY',
  'https_proxy',
  'NO_PROXY',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'GIT_EXEC_PATH',
];
const REPOSITORY = 'wiki.git';
const TIMEOUT = 60_000;
const MOST_BYTES = 100_000_000;

/** Lends git with an empty bare repository, which is removed whatever happens. */
export async function withGit<T>(place: WikiPlace, at: GitMoment, use: (git: Git) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(place.directory ?? tmpdir(), 'relcomms-wiki-'));
  const disk = watchDisk(directory, place.mostBytes ?? MOST_BYTES);
  try {
    await makeRepository(directory);
    const env = environmentOf(place, at, directory);
    const timeout = AbortSignal.timeout(place.timeout ?? TIMEOUT);
    const signal = AbortSignal.any([timeout, disk.signal]);
    return await use(async (args, input) => {
      const answer = await runGit(args, { directory, env, signal, input });
      // Only what is fetched is as large as others like.
      if (args[0] === 'fetch') await disk.look();
      return disk.signal.aborted ? { ...answer, exit: undefined, trouble: 'too-large' } : answer;
    });
  } finally {
    disk.end();
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What git takes for an empty bare repository, without a run of git to make it. */
async function makeRepository(directory: string): Promise<void> {
  const repository = join(directory, REPOSITORY);
  await mkdir(join(repository, 'objects'), { recursive: true });
  await mkdir(join(repository, 'refs'));
  await writeFile(join(repository, 'HEAD'), 'ref: refs/heads/none\n');
}

/** Who commits and when. */
export interface GitMoment {
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970. */
  readonly seconds: number;
}

function environmentOf(place: WikiPlace, { name, email, seconds }: GitMoment, directory: string) {
  const passed = PASSED_ON.flatMap((key) => (place.env[key] === undefined ? [] : [[key, place.env[key]]]));
  const settings = [
    ['core.hooksPath', '/dev/null'],
    ['core.attributesFile', '/dev/null'],
    ['credential.helper', ''],
    // A redirect could carry the token elsewhere.
    ['http.followRedirects', 'false'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ...(place.token === undefined ? [] : [[`http.${place.url}.extraHeader`, authorization(place.token)]]),
  ];
  return {
    ...(Object.fromEntries(passed) as Record<string, string>),
    HOME: directory,
    LC_ALL: 'C',
    GIT_DIR: join(directory, REPOSITORY),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_ALLOW_PROTOCOL: place.protocol ?? 'https',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: `@${seconds} +0000`,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: `@${seconds} +0000`,
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}

/** As GitHub wants it of an App and of a workflow's token. */
function authorization(token: string): string {
  return `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
}
