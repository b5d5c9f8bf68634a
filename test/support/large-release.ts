// The Kubernetes v1.18.0 cycle with 120 tasks, each to become an issue of its own.
import type { GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { KUBERNETES_CONFIG, kubernetesSeed } from './kubernetes-seed.ts';
import { read } from './world.ts';

export const LARGE = 120;
const WEEKS = 12;

/** As many further tasks as the preset's own leave room for, spread over the weeks. */
export function largeConfig({ operations = 50 } = {}): string {
  const base = KUBERNETES_CONFIG.replace('tracking-issue: {', 'tracking-issue: { tasks: all,').replace(
    /\n*$/,
    `\n\nlimits: { operations: ${operations} }\n`,
  );
  const more = Array.from(
    { length: LARGE - taskCount(base) },
    (_, index) =>
      `  - { id: extra-${index}, title: Extra ${index}, role: lead, week: ${(index % WEEKS) + 1} }\n`,
  );
  return `${base}tasks:\n${more.join('')}`;
}

export function largeSeed(options: { readonly operations?: number } = {}): GitHubSeed {
  return kubernetesSeed(largeConfig(options));
}

/** Checkboxes of the release. */
export function taskCount(config: string): number {
  return read(config).releases[0]?.tasks.length ?? 0;
}
