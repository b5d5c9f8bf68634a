// The seed of most tests: that of the embedded GitHub's own tests, with the label that marks blockers.
import { defaultSeed as plainSeed } from '../../packages/embedded-github/test/support/github-seed.ts';

export const defaultSeed = { ...plainSeed, labels: ['release-blocker'] };
