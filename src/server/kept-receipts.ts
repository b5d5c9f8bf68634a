// Keeps from run to run what was sent and could not be noted on GitHub.
import type { Receipts } from '../github/apply/receipts.ts';

export interface KeptReceipts {
  /** Those of a repository, as a map that the run may change. */
  read(repository: string): Promise<Receipts>;
  keep(repository: string, receipts: Receipts): Promise<void>;
}

export function memoryReceipts(): KeptReceipts {
  const kept = new Map<string, Receipts>();
  return {
    read: async (repository) => {
      const found = kept.get(repository) ?? new Map();
      kept.set(repository, found);
      return found;
    },
    keep: async (repository, receipts) => {
      if (receipts.size === 0) kept.delete(repository);
    },
  };
}
