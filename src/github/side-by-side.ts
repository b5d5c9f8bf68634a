// Sends reads that do not depend on each other at the same time, a few at once; writes go one after the other.

/** GitHub takes a hundred requests at a time from one account, which may have other programs (decision 34). */
const AT_ONCE = 4;

type Answers<T extends readonly (() => Promise<unknown>)[]> = {
  -readonly [Index in keyof T]: Awaited<ReturnType<T[Index]>>;
};

/**
 * What they answer, in their order. After a failure none is begun any more; it is thrown once all that were begun have
 * ended, and of several the first in the order of the reads.
 */
export async function sideBySide<const T extends readonly (() => Promise<unknown>)[]>(
  reads: T,
): Promise<Answers<T>> {
  const answers: unknown[] = [];
  const failures = new Map<number, unknown>();
  const waiting = [...reads.entries()];
  const work = async (): Promise<void> => {
    while (failures.size === 0) {
      const next = waiting.shift();
      if (next === undefined) return;
      const [index, read] = next;
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other in each of the few lines
        answers[index] = await read();
      } catch (error) {
        failures.set(index, error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
  return answers as Answers<T>;
}
