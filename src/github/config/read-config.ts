// Reads the config file from the default branch, who we are, and which pull requests change it, in one request.
import type { GitHub } from '../client.ts';
import { failureWords, isAmbiguous } from '../failure.ts';
import { needing } from '../facts/needing.ts';
import { type PartialAnswer, isGraphqlFailure, queryRepository } from '../graphql.ts';
import { type ConfigPull, PULLS_FIELD, type RawPulls, configPulls } from './config-pulls.ts';
import type { Known } from '../../domain/known.ts';

export const CONFIG_PATH = '.github/relcomms.yml';

/** Larger files are not even fetched as text by the loader. */
export type ConfigFile =
  | { readonly kind: 'file'; readonly text: string; /** Same id, same text. */ readonly id: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string; readonly id: string };

export interface Start {
  /** The login of this run's token. */
  readonly viewer: string;
  /** Whether the repository is shown only to people who were let in. */
  readonly isPrivate: boolean;
  readonly config: ConfigFile;
  /** Open pull requests that change the config, those that changed last first. */
  readonly pulls: Known<readonly ConfigPull[]>;
}

/** What is read of a file. */
export const BLOB_FIELDS = '... on Blob { oid text byteSize isTruncated }';

export interface Blob {
  readonly oid?: string;
  readonly text?: string | null;
  readonly byteSize?: number;
  readonly isTruncated?: boolean;
}

const LISTING = queryWith('$path: String!', PULLS_FIELD);
const ALONE = queryWith('', '');

/** The config as it stands on the default branch; only that one counts. */
export async function readConfig(github: GitHub, path = CONFIG_PATH): Promise<Start> {
  const { answer, pullsFailed } = await ask(github, path);
  const failed = answer.failed.get('object') ?? answer.failed.get('*');
  if (failed !== undefined) throw new Error(failed);
  const { object, isPrivate, ...pulls } = answer.data as unknown as RawPulls & {
    readonly object: Blob | null;
    readonly isPrivate?: boolean;
  };
  return {
    viewer: (answer.root['viewer'] as { login: string }).login,
    // What is not said counts as public.
    isPrivate: isPrivate === true,
    config: fileOf(object, path),
    pulls:
      pullsFailed === undefined
        ? configPulls(pulls, path, object?.oid, answer.failed.get('pullRequests'))
        : { known: false, why: pullsFailed },
  };
}

/** The file that an answer describes. */
export function fileOf(blob: Blob | null, path: string): ConfigFile {
  if (blob === null || blob.byteSize === undefined) return { kind: 'missing' };
  const id = blob.oid ?? '';
  if (blob.isTruncated === true)
    return { kind: 'unreadable', why: `${path} has ${blob.byteSize} bytes; 65,536 is the most`, id };
  if (typeof blob.text !== 'string') return { kind: 'unreadable', why: `${path} is no text file`, id };
  return { kind: 'file', text: blob.text, id };
}

/** The config matters more than the pull requests: when their differences are too much for GitHub, it comes alone. */
async function ask(
  github: GitHub,
  path: string,
): Promise<{ readonly answer: PartialAnswer; readonly pullsFailed?: string }> {
  const file = `HEAD:${path}`;
  try {
    return { answer: await queryRepository(github, LISTING, { file, path, request: { retries: 0 } }) };
  } catch (error) {
    if (!isAmbiguous(error)) throw error;
    const answer = await queryRepository(github, ALONE, { file });
    const words = 'GitHub could not list them with the files that they change';
    const why = isGraphqlFailure(error) ? `: ${needing(failureWords(error), 'pull_requests: read')}` : '';
    return { answer, pullsFailed: `${words}${why}` };
  }
}

function queryWith(variables: string, fields: string): string {
  const declared = ['$owner: String!', '$name: String!', '$file: String!', variables]
    .filter(Boolean)
    .join(', ');
  return `query RelcommsConfig(${declared}) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    isPrivate
    object(expression: $file) { ${BLOB_FIELDS} }
    ${fields}
  }
}`;
}
