// The seed of most tests, which the embedded GitHub's own tests use too.
export { defaultSeed } from '../../packages/embedded-github/test/support/github-seed.ts';
