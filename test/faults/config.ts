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

export const FIRST_CONFIG = configWith(SECTIONS_ON);

/** With RC1 a day later. */
export const MOVED_CONFIG = FIRST_CONFIG.replace('rc1: { on: 2020-01-20', 'rc1: { on: 2020-01-21');

export function seed(): GitHubSeed {
  return { ...SEED, files: { ...SEED.files, [CONFIG]: FIRST_CONFIG } };
}
