// Bounds how many connections are open, in total and for one peer: the oldest that proved nothing make room.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface ConnectionLimits {
  /** Most open connections. */
  readonly total: number;
  /** Most of them from one address; behind a proxy all come from one. */
  readonly perPeer: number;
}

export interface Connections {
  /** What came over it was signed: it makes room last. */
  trust(socket: Socket): void;
  readonly size: number;
}

/** GitHub opens a few at a time; a proxy may hold some hundred. */
export const CONNECTION_LIMITS: ConnectionLimits = { total: 512, perPeer: 256 };

/** Watches a server from now on; a connection that makes room is cut without an answer. */
export function boundConnections(server: Server, limits = CONNECTION_LIMITS): Connections {
  const open = new Set<Socket>();
  const trusted = new WeakSet<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const own = [...open].filter((one) => one.remoteAddress === socket.remoteAddress);
    if (own.length > limits.perPeer) cut(own);
    else if (open.size > limits.total) cut(largestCrowd(open));
  });

  function cut(candidates: readonly Socket[]): void {
    const oldest = candidates.find((one) => !trusted.has(one)) ?? candidates[0];
    if (oldest === undefined) return;
    open.delete(oldest);
    oldest.destroy();
  }

  return {
    trust: (socket) => void trusted.add(socket),
    get size() {
      return open.size;
    },
  };
}

/** The connections of the peer that has most of them, oldest first. */
function largestCrowd(open: ReadonlySet<Socket>): readonly Socket[] {
  const crowds = new Map<string | undefined, Socket[]>();
  for (const socket of open)
    crowds.set(socket.remoteAddress, [...(crowds.get(socket.remoteAddress) ?? []), socket]);
  return [...crowds.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
}
