// Work that nobody waits for while it goes on, but that has to be over before the App stops.

export interface PendingWork {
  /** `work` never rejects. */
  add(work: Promise<void>): void;
  /** Resolves when everything added so far is over. */
  idle(): Promise<void>;
}

export function pendingWork(): PendingWork {
  const pending = new Set<Promise<void>>();
  return {
    add: (work) => {
      pending.add(work);
      void work.finally(() => pending.delete(work));
    },
    idle: async () => {
      await Promise.all(pending);
    },
  };
}
