// An embedded GitHub for tests, as its own tests start it.
export { expectNoViolations, startTestGitHub } from '../../packages/embedded-github/test/support/github.ts';
