// A repository with the Kubernetes v1.18.0 cycle as its config.
import config from '../../.github/relcomms.yml';
import type { GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { defaultSeed } from './github-seed.ts';

export const KUBERNETES_CONFIG = config;

/** The same cycle, every task a checkbox and no issue of its own. */
export const CHECKBOXES_ONLY = config.replace('tracking-issue: {', 'tracking-issue: { tasks: none,');

export function kubernetesSeed(text = CHECKBOXES_ONLY): GitHubSeed {
  return { ...defaultSeed, files: { ...defaultSeed.files, '.github/relcomms.yml': text } };
}
