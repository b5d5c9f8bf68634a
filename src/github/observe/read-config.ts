// Reads the config file from the default branch, and who we are, in one request.
import type { GitHub } from '../client.ts';

export const CONFIG_PATH = '.github/relcomms.yml';

/** Larger files are not even fetched as text by the loader. */
export type ConfigFile =
  | { readonly kind: 'file'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string };

export interface Start {
  /** The login of this run's token. */
  readonly viewer: string;
  readonly config: ConfigFile;
}

const QUERY = `query RelcommsConfig($owner: String!, $name: String!, $file: String!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    object(expression: $file) { ... on Blob { text byteSize isTruncated } }
  }
}`;

interface Blob {
  readonly text?: string | null;
  readonly byteSize?: number;
  readonly isTruncated?: boolean;
}

/** The config as it stands on the default branch; only that one counts. */
export async function readConfig(github: GitHub, path = CONFIG_PATH): Promise<Start> {
  const answer = (await github.graphql(QUERY, {
    owner: github.owner,
    name: github.repo,
    file: `HEAD:${path}`,
  })) as {
    viewer: { login: string };
    repository: { object: Blob | null } | null;
  };
  if (answer.repository === null) throw new Error(`${github.owner}/${github.repo} can't be read`);
  return { viewer: answer.viewer.login, config: fileOf(answer.repository.object, path) };
}

/** Who the token belongs to, when the config comes from elsewhere. */
export async function readViewer(github: GitHub): Promise<string> {
  const answer = (await github.graphql('query RelcommsViewer { viewer { login } }')) as {
    viewer: { login: string };
  };
  return answer.viewer.login;
}

function fileOf(blob: Blob | null, path: string): ConfigFile {
  if (blob === null || blob.byteSize === undefined) return { kind: 'missing' };
  if (blob.isTruncated === true)
    return { kind: 'unreadable', why: `${path} has ${blob.byteSize} bytes; 65,536 is the most` };
  if (typeof blob.text !== 'string') return { kind: 'unreadable', why: `${path} is no text file` };
  return { kind: 'file', text: blob.text };
}
