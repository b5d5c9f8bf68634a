// Makes something that must not be made twice: after an answer that says nothing, it is looked for before it is tried again.
import { isAmbiguous } from '../failure.ts';

/** The second try is the last: what is still missing then waits for the next run. */
export const TRIES = 2;

/** `find`: what was made although its answer was lost; undefined when nothing was. Throws what GitHub refused. */
export async function sendOrFind<T>(send: () => Promise<T>, find: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- a second try only after the first one's end is known
      return await send();
    } catch (error) {
      if (!isAmbiguous(error)) throw error;
      // oxlint-disable-next-line no-await-in-loop -- see above
      const found = await find();
      if (found !== undefined) return found;
      if (attempt === TRIES) throw error;
    }
  }
}
