// Whose turn it is: the groups take turns, and within a group the keys in the order of their asking.

export interface FairTurns {
  /** A key of a group waits from now on. */
  wait(group: string, key: string): void;
  /** The next key that may run, which counts as running from then on; undefined while none may. */
  next(): { readonly group: string; readonly key: string } | undefined;
  /** A key of the group runs no longer. */
  end(group: string): void;
}

interface Group {
  readonly waiting: string[];
  running: number;
}

/** At most `all` run at once, and at most `each` of one group: one that asks for much waits for itself. */
export function fairTurns(limits: { readonly all: number; readonly each: number }): FairTurns {
  /** In the order of their turns: whoever had one goes to the end. */
  const groups = new Map<string, Group>();
  let running = 0;

  const tidy = (name: string, group: Group): void => {
    if (group.waiting.length === 0 && group.running === 0) groups.delete(name);
  };

  return {
    wait(name, key) {
      const group = groups.get(name) ?? { waiting: [], running: 0 };
      groups.set(name, group);
      group.waiting.push(key);
    },
    next() {
      if (running >= limits.all) return undefined;
      for (const [name, group] of groups) {
        if (group.running >= limits.each) continue;
        const key = group.waiting.shift();
        if (key === undefined) continue;
        groups.delete(name);
        groups.set(name, group);
        group.running += 1;
        running += 1;
        return { group: name, key };
      }
      return undefined;
    },
    end(name) {
      const group = groups.get(name);
      if (group === undefined) return;
      group.running -= 1;
      running -= 1;
      tidy(name, group);
    },
  };
}
