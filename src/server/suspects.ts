// Reads slowly what comes from an address that has just sent a forged webhook: it must not take the time of others.

export interface Suspects {
  /** An address sent a body whose signature was wrong. */
  accuse(peer: string): void;
  has(peer: string): boolean;
  /**
   * Resolves when the next piece of a suspect's body may be taken: one after the other, for all suspects together. Who
   * is gone by then takes nobody's turn.
   */
  turn(isGone: () => boolean): Promise<void>;
}

/** An address is a suspect for so long after its last forgery, in milliseconds. */
const SUSPICION = 60_000;

/** Between two pieces of at most 64 KB, in milliseconds: about 4 MB a second for all suspects together. */
const GAP = 16;

/** Most addresses that are remembered; of more the oldest are forgotten. */
const MOST = 10_000;

export function startSuspects(): Suspects {
  const known = new Map<string, NodeJS.Timeout>();
  const waiting: { readonly isGone: () => boolean; readonly go: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function next(): void {
    let first = waiting.shift();
    while (first?.isGone() === true) {
      first.go();
      first = waiting.shift();
    }
    first?.go();
    timer = waiting.length > 0 ? setTimeout(next, GAP) : undefined;
  }

  function forget(peer: string): void {
    clearTimeout(known.get(peer));
    known.delete(peer);
  }

  return {
    accuse(peer) {
      forget(peer);
      known.set(peer, setTimeout(() => forget(peer), SUSPICION).unref());
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) forget(oldest);
    },
    has: (peer) => known.has(peer),
    turn: (isGone) =>
      new Promise((go) => {
        waiting.push({ isGone, go });
        timer ??= setTimeout(next, GAP);
      }),
  };
}
