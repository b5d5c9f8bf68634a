// Long waits for an answer end soon in this process: what would give up after a minute gives up in a moment.

/** What GitHub has for an answer, and Slack; in milliseconds. Git has a minute, too, and needs what it needs. */
const GITHUB = 60_000;
const SLACK = 10_000;
const SOON = 1_500;

/** Until the answer is called. */
export function quickenTimers(): () => void {
  const { setTimeout: real } = globalThis;
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const quick = (ring: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]) =>
    real(ring, milliseconds === GITHUB ? SOON : milliseconds, ...given);
  globalThis.setTimeout = Object.assign<typeof quick, typeof setTimeout>(quick, real);
  AbortSignal.timeout = (milliseconds) => timeout(milliseconds === SLACK ? SOON : milliseconds);
  return () => {
    globalThis.setTimeout = real;
    AbortSignal.timeout = timeout;
  };
}
