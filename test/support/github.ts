// An embedded GitHub for tests of relcomms: as hard as GitHub: lists learn of a new issue late.
import { type EmbeddedGitHub, type GitHubOptions } from '../../packages/embedded-github/src/index.ts';
import { startTestGitHub as start } from '../../packages/embedded-github/test/support/github.ts';

export { expectNoViolations } from '../../packages/embedded-github/test/support/github.ts';

/** Starts one; `options` can make it kinder or harder. */
export function startTestGitHub(options: Partial<GitHubOptions> = {}): Promise<EmbeddedGitHub> {
  return start({ lag: 2, ...options });
}
