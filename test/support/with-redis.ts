// Tests that need a redis-server: where there is none they are left out, and their name says why.
import { missingRedis } from './redis-server.ts';

const why = missingRedis();

/** Whoever has no redis-server still runs everything else. */
export const withRedis: (name: string, tests: () => void) => void =
  why === undefined ? describe : (name, tests) => describe.skip(`${name} (${why})`, tests);
