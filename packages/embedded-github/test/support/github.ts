// An embedded GitHub for tests, where every request is held to GitHub's own descriptions.
import { type EmbeddedGitHub, type GitHubOptions, start } from '../../src/index.ts';
import { defaultSeed } from './github-seed.ts';
import { checkRequest } from './openapi.ts';

/** Starts one, by default with the default seed. */
export function startTestGitHub(options: Partial<GitHubOptions> = {}): Promise<EmbeddedGitHub> {
  return start({ seed: defaultSeed, checkRequest, ...options });
}

/** Fails the test when a request was made that GitHub doesn't know; call it at the end. */
export function expectNoViolations(github: EmbeddedGitHub): void {
  expect(github.violations).toEqual([]);
}
