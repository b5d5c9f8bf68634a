// Runs the git program in a directory of its own: no shell, no config of others, no hook, no question, no secret in an argument.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
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

/** Git in one repository, which is there once it is cloned. */
export interface Repository {
  readonly git: Git;
  /** Makes it of the newest commit behind the address, without its history and without a checkout. */
  readonly clone: (url: string) => Promise<GitAnswer>;
  /** The branch that what was cloned shows; undefined when it shows none. */
  readonly branch: () => Promise<string | undefined>;
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

/** Ends every run of git that takes part in it when its time is over. */
export function patienceFor({ timeout = TIMEOUT }: WikiPlace): AbortSignal {
  return AbortSignal.timeout(timeout);
}

/** Lends git with a directory for one repository, which is removed whatever happens. */
export async function withGit<T>(
  place: WikiPlace,
  at: GitMoment,
  patience: AbortSignal,
  use: (repository: Repository) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(place.directory ?? tmpdir(), 'relcomms-wiki-'));
  const disk = watchDisk(directory, place.mostBytes ?? MOST_BYTES);
  const env = environmentOf(place, at, directory);
  const signal = AbortSignal.any([patience, disk.signal]);
  const git: Git = async (args, input) => {
    const answer = await runGit(args, { directory, env, signal, input });
    return disk.signal.aborted ? { ...answer, exit: undefined, trouble: 'too-large' } : answer;
  };
  try {
    return await use({
      git,
      clone: async (url) => {
        const answer = await git([...CLONE, url, REPOSITORY]);
        // Only what is cloned is as large as others like.
        await disk.look();
        return disk.signal.aborted ? { ...answer, exit: undefined, trouble: 'too-large' } : answer;
      },
      branch: () => branchOf(directory),
    });
  } finally {
    disk.end();
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Nothing of a template, no tag, and nothing but the branch that is shown. */
const CLONE = ['clone', '--quiet', '--bare', '--template=', '--depth', '1', '--single-branch', '--no-tags'];

async function branchOf(directory: string): Promise<string | undefined> {
  const head = await readFile(join(directory, REPOSITORY, 'HEAD'), 'utf8');
  return /^ref: refs\/heads\/(\S+)$/.exec(head.trim())?.[1];
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
    // What is made here is pushed once and gone: it need not lie in files of its own, nor outlive a power cut.
    ['fastimport.unpackLimit', '1'],
    ['core.fsync', 'none'],
    ...(place.token === undefined ? [] : [[`http.${place.url}.extraHeader`, authorization(place.token)]]),
  ];
  return {
    ...(Object.fromEntries(passed) as Record<string, string>),
    HOME: directory,
    LC_ALL: 'C',
    GIT_DIR: join(directory, REPOSITORY),
    // With a file HEAD.
    GIT_DEFAULT_REF_FORMAT: 'files',
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
