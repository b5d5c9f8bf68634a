// Bounds how many bytes of bodies are in flight, in total and for one peer, while nobody knows whether they are signed.

export interface IntakeLimits {
  /** A body up to this length is small; bytes. */
  readonly small: number;
  /** Most bytes of small bodies, and of larger ones, in flight. */
  readonly total: number;
  /** Most of these for one address. */
  readonly perPeer: number;
}

/** A body that is being read; `drop` ends it without an answer. */
export interface Flight {
  readonly peer: string;
  /** As announced, in bytes. */
  readonly length: number;
  readonly drop: () => void;
}

export interface Intake {
  /** Takes it in; what it answers is called once the body is there, or gone. Older ones may be dropped for it. */
  admit(flight: Flight): () => void;
  /** Bytes in flight. */
  readonly bytes: number;
}

const MEGABYTE = 1024 * 1024;

/**
 * GitHub sends 25 MB at the most, and nearly always less than one. Small and large bodies have room of their own, so
 * that large ones never keep the usual ones out. One large body always fits.
 */
export const INTAKE_LIMITS: IntakeLimits = {
  small: MEGABYTE,
  total: 26 * MEGABYTE,
  perPeer: 26 * MEGABYTE,
};

/** When there is no room, the oldest of the peer with the most bytes makes room: a good delivery takes no time. */
export function startIntake(limits = INTAKE_LIMITS): Intake {
  const flights = new Set<Flight>();

  function alike(flight: Flight): Flight[] {
    const isSmall = flight.length <= limits.small;
    return [...flights].filter(({ length }) => length <= limits.small === isSmall);
  }

  function overfull(flight: Flight): readonly Flight[] {
    const all = alike(flight);
    const own = all.filter(({ peer }) => peer === flight.peer);
    if (bytesOf(own) > limits.perPeer) return own;
    return bytesOf(all) > limits.total ? largestShare(all) : [];
  }

  return {
    admit(flight) {
      flights.add(flight);
      for (let crowd = overfull(flight); crowd.length > 0; crowd = overfull(flight)) {
        const [oldest] = crowd;
        if (oldest === undefined) break;
        flights.delete(oldest);
        oldest.drop();
      }
      return () => void flights.delete(flight);
    },
    get bytes() {
      return bytesOf([...flights]);
    },
  };
}

function largestShare(flights: readonly Flight[]): readonly Flight[] {
  const peers = [...new Set(flights.map(({ peer }) => peer))];
  const shares = peers.map((peer) => flights.filter((one) => one.peer === peer));
  return shares.toSorted((a, b) => bytesOf(b) - bytesOf(a))[0] ?? [];
}

function bytesOf(flights: readonly Flight[]): number {
  return flights.reduce((sum, { length }) => sum + length, 0);
}
