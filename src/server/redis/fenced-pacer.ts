// Lets a run write only while its repository is its own: the claim is looked at right before each write.
import { heldBack } from '../../github/held.ts';
import type { Pacer } from '../../github/pacer.ts';

/** `holds` rejects while nobody can tell; then nothing is written. Without a pacer no write waits for another. */
export function fencedPacer(pacer: Pacer | undefined, holds: () => Promise<boolean>): Pacer {
  return {
    async admit(...write) {
      const answered = await pacer?.admit(...write);
      const why = await refusal(holds);
      if (why === undefined) return answered ?? (() => {});
      answered?.();
      throw heldBack(why);
    },
    note: (...write) => pacer?.note(...write),
    limited: (limit) => pacer?.limited(limit),
  };
}

async function refusal(holds: () => Promise<boolean>): Promise<'lost' | 'unasked' | undefined> {
  try {
    return (await holds()) ? undefined : 'lost';
  } catch {
    return 'unasked';
  }
}
