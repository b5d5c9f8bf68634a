// Rings after a while: what the App waits for goes by it, so that tests can turn it.

/** Calls `ring` once, after so many milliseconds, unless what it answers is called before. */
export type Timer = (milliseconds: number, ring: () => void) => () => void;

/** The clock on the wall; it keeps no process alive. */
export const wallTimer: Timer = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Resolves after a while, or as soon as `stop` is aborted. */
export function pauseBy(timer: Timer, milliseconds: number, stop?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop?.aborted === true) return resolve();
    const cancel = timer(milliseconds, resolve);
    stop?.addEventListener('abort', () => (cancel(), resolve()), { once: true });
  });
}
