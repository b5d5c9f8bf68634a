// Channels that reach nobody: a simulation goes on as if every message had arrived.
import type { Notice, SendOutcome } from '../../src/domain/notice.ts';
import type { Channels } from '../../src/domain/outbox.ts';

/** One of each simulation: receipts are numbered. */
export function pretendedChannels(): Channels {
  let count = 0;
  const done = ({ target }: Notice): SendOutcome => {
    count += 1;
    const place = target.kind === 'slack' ? target.channel : target.kind;
    return { kind: 'done', sent: { place, id: String(count) } };
  };
  return {
    claim: 'simulation',
    settle: async () => {},
    // A page that nobody can look at is taken to be there.
    unreachable: async () => [],
    // Nobody is there to react.
    reactions: async () => [],
    takeBack: async (_, sent) => ({ kind: 'done', sent }),
    send: async (notice) => done(notice),
    update: async (_, sent) => ({ kind: 'done', sent }),
  };
}
