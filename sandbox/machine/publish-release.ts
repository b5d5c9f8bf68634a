// Publishes a release on the embedded GitHub, and its tag with it.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { REPOSITORY } from '../scenarios/repository.ts';
import type { ActOrder } from './act-order.ts';

export async function publishRelease(
  github: EmbeddedGitHub,
  { as, tag, branch, title, body, prerelease }: ActOrder & { readonly action: 'publish-release' },
): Promise<void> {
  const release = { tag_name: tag, name: title ?? tag, body, prerelease };
  const { status, json } = await github.as(as).request('POST', `${REPOSITORY.path}/releases`, {
    ...release,
    ...(branch === undefined ? {} : { target_commitish: branch }),
  });
  if (status >= 300) throw new Error(`GitHub refused the release: ${JSON.stringify(json)}`);
}
