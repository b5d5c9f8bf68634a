// A process of its own that keeps hostile connections to a webhook port, from a loopback address of their own.
import { randomBytes } from 'node:crypto';
import { type Socket, connect } from 'node:net';

const MEGABYTE = 1024 * 1024;
const CHUNK = randomBytes(64 * 1024);

/** What one connection does: heads that a server meets, and how the body comes. */
interface Attack {
  readonly name: string;
  readonly length: number;
  readonly signature?: string;
  /** Milliseconds between two bytes; absent: as fast as they are taken. */
  readonly drip?: number;
}

const FORGED = `sha256=${'0'.repeat(64)}`;

const ATTACKS: readonly Attack[] = [
  { name: '60 MB unsigned', length: 60 * MEGABYTE },
  { name: '60 MB, signed wrongly', length: 60 * MEGABYTE, signature: FORGED },
  { name: '25 MB, signed wrongly', length: 25 * MEGABYTE, signature: FORGED },
  { name: '1 MB, signed wrongly', length: MEGABYTE, signature: FORGED },
  { name: 'a body that never ends', length: 25 * MEGABYTE, signature: FORGED, drip: 100 },
  { name: 'a small body that never ends', length: MEGABYTE, signature: FORGED, drip: 100 },
];

/** Keeps so many connections open: one that is cut is made again. `from` is an address of this machine. */
function flood(url: string, connections: number, from = '127.0.0.2'): void {
  const { hostname, port } = new URL(url);
  let made = 0;

  const begin = (index: number): void => {
    const attack = ATTACKS[index % ATTACKS.length] ?? ATTACKS[0];
    if (attack === undefined) return;
    made += 1;
    const socket = connect({ host: hostname, port: Number(port), localAddress: from });
    socket.on('error', () => {});
    socket.resume();
    socket.on('connect', () => send(socket, attack));
    socket.on('close', () => void setTimeout(() => begin(index), 20));
  };
  for (let index = 0; index < connections; index++) begin(index);
  process.on('message', () => process.send?.(made));
}

function send(socket: Socket, { length, signature, drip }: Attack): void {
  const head = [
    'POST /api/github/webhooks HTTP/1.1',
    'Host: app',
    'Content-Type: application/json',
    'X-GitHub-Event: issues',
    'X-GitHub-Delivery: hostile',
    `Content-Length: ${length}`,
    ...(signature === undefined ? [] : [`X-Hub-Signature-256: ${signature}`]),
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  if (drip === undefined) push(socket, length);
  else {
    const timer = setInterval(() => socket.write('x'), drip);
    socket.on('close', () => clearInterval(timer));
  }
}

function push(socket: Socket, length: number): void {
  let left = length;
  const more = (): void => {
    while (left > 0 && !socket.destroyed) {
      const part = CHUNK.subarray(0, Math.min(left, CHUNK.length));
      left -= part.length;
      if (!socket.write(part)) return;
    }
  };
  socket.on('drain', more);
  more();
}

flood(process.argv[2] ?? '', Number(process.argv[3]));
