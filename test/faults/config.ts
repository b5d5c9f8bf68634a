// The config and the repository of the suite: every section that a duty has is on, new ones too.
import type { GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { CONFIG } from '../support/config-pull.ts';
import { SECTIONS, SEED, configWith } from '../support/switched-on.ts';

export const SECTIONS_ON: Readonly<Record<string, string>> = {
  ...SECTIONS,
  'tracking-issue': '{ tasks: upcoming }',
  slack:
    '{ dates: [everybody, readers], released: [everybody], digest: { every: 1 week, from: 2020-01-13, to: everybody } }',
};

/** `plain`: without the wiki, which is written by git and takes most of the time. */
export type Variant = 'whole' | 'plain';

export function firstConfig(variant: Variant): string {
  const { wiki, ...plain } = SECTIONS_ON;
  return configWith(variant === 'whole' ? { ...plain, wiki: wiki ?? '{}' } : plain);
}

/** With RC1 a day later. */
export function movedConfig(first: string): string {
  return first.replace('rc1: { on: 2020-01-20', 'rc1: { on: 2020-01-21');
}

export function seed(variant: Variant): GitHubSeed {
  return { ...SEED, files: { ...SEED.files, [CONFIG]: firstConfig(variant) } };
}
