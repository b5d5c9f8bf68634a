// The fact `elsewhere`: the other repositories of the releases, each read by itself, and each failing by itself.
import * as z from 'zod';
import type { AskedRepository, Elsewhere } from '../../../domain/elsewhere.ts';
import { sideBySide } from '../../side-by-side.ts';
import { type FactSource, known } from '../fact.ts';
import { NAME, NAMES, union } from '../name-list.ts';
import { readRepository } from './read-repository.ts';

declare module '../../../domain/observed.ts' {
  interface Observed {
    /** Every one that was asked for, read or not. */
    readonly elsewhere: Elsewhere;
  }
}

declare module '../../../domain/questions.ts' {
  interface Questions {
    /** Each once. */
    readonly elsewhere?: readonly AskedRepository[] | undefined;
  }
}

/** A repository takes requests of its own, which a name alone does not. */
const COST = 10;

export const elsewhere: FactSource<'elsewhere', 'elsewhere'> = {
  question: 'elsewhere',
  facts: ['elsewhere'],
  after: ['publications'],
  bare: [],
  shape: z.array(z.strictObject({ name: NAME, labels: NAMES, branches: NAMES, versions: NAMES })).max(100),
  join,
  count: (asked) =>
    asked.reduce((sum, { labels, branches, versions }) => {
      return sum + COST + labels.length + branches.length + versions.length;
    }, 0),
  isKept: true,
  read: async (look) => {
    const { question, found } = look;
    const repositories = await sideBySide(question.map((asked) => () => readRepository(asked, look)));
    return { elsewhere: known({ own: found.publications, repositories }) };
  },
};

/** What either asks of a repository. */
function join(a: readonly AskedRepository[], b: readonly AskedRepository[]): AskedRepository[] {
  return b.reduce<AskedRepository[]>(
    (all, more) => {
      const index = all.findIndex(({ name }) => name === more.name);
      const before = all[index];
      if (before === undefined) return [...all, more];
      return all.with(index, {
        name: before.name,
        labels: union(before.labels, more.labels),
        branches: union(before.branches, more.branches),
        versions: union(before.versions, more.versions),
      });
    },
    [...a],
  );
}
