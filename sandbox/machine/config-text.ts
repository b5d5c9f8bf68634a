// The config as it stands on the default branch.
import { CONFIG_PATH } from '../../src/github/config/read-config.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { REPOSITORY } from '../scenarios/repository.ts';

/** The text of the file; empty when somebody deleted it. */
export async function readConfigText(github: EmbeddedGitHub): Promise<string> {
  const { status, json } = await github
    .as('alice')
    .request('GET', `${REPOSITORY.path}/contents/${CONFIG_PATH}`);
  const { content } = (json ?? {}) as { content?: unknown };
  return status === 200 && typeof content === 'string' ? Buffer.from(content, 'base64').toString('utf8') : '';
}
