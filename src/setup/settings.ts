// Reads what the set-up page needs of the environment: where it listens, which GitHub, and which file it writes.
import { relative, resolve } from 'node:path';
import { readSite } from '../server/environment.ts';
import { refusalOfOrganization } from './manifest.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Settings {
  readonly host: string;
  /** 0 for a free one. */
  readonly port: number;
  /** The address of GitHub's pages, without a slash at its end. */
  readonly site: string;
  /** Where the App is reached from outside, without a slash at its end; undefined when nobody said. */
  readonly publicUrl: string | undefined;
  /** The organization that will own the App; empty is the person's own account, undefined when nobody said. */
  readonly owner: string | undefined;
  /** The path of the file that the credentials go to; one below the working directory is relative to it. */
  readonly file: string;
  /** Whether everything needs the code of the log: more than this machine may reach the page. */
  readonly needsCode: boolean;
  /** The command that starts the App with the file the next time. */
  readonly startAgain: string;
  readonly env: Environment;
}

/** GitHub's word for the account of who asks; no organization can be named so. */
const OWN = '@me';

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** `command` starts the App with the file; by default that is the program itself. */
export function readSettings(
  env: Environment,
  port: number,
  command?: string,
): Settings | { readonly refused: string } {
  const site = readSite(env);
  if ('refused' in site) return site;
  const publicUrl = env['PUBLIC_URL']?.trim().replace(/\/+$/, '') || undefined;
  if (publicUrl !== undefined && !(/^https?:/.test(publicUrl) && URL.canParse(publicUrl)))
    return {
      refused: 'PUBLIC_URL is no address: write one such as https://relcomms.example, or leave it out.',
    };
  const owner = ownerIn(env);
  if (owner !== undefined && refusalOfOrganization(owner) !== undefined)
    return {
      refused: `APP_OWNER is no organization: write one such as acme, or ${OWN} for your own account.`,
    };
  const host = env['HOST'] || 'localhost';
  const file = shortest(resolve(env['RELCOMMS_ENV_FILE'] || 'relcomms.env'));
  return {
    host,
    port,
    site: site.site.replace(/\/+$/, ''),
    publicUrl,
    owner,
    file,
    startAgain: command ?? `node --env-file=${file} dist/app/index.js`,
    needsCode: !LOOPBACK.includes(host) || publicUrl !== undefined,
    env,
  };
}

function ownerIn(env: Environment): string | undefined {
  const said = env['APP_OWNER']?.trim();
  return said === OWN ? '' : said || undefined;
}

/** As a person would name it. */
function shortest(path: string): string {
  const short = relative('.', path);
  return short.startsWith('..') ? path : short;
}
