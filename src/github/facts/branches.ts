// The fact `branches`: the name of the default branch, and which of the branches asked for exist.
import type { Branches } from '../../domain/pull.ts';
import { valueAt } from '../graphql.ts';
import { type FactSource, type Look, known } from './fact.ts';
import { NAME_LIST } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    readonly branches: Branches;
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** Names of branches that may not be there yet. */
    readonly branches?: readonly string[] | undefined;
  }
}

export const branches: FactSource<'branches', 'branches'> = {
  question: 'branches',
  facts: ['branches'],
  permission: 'contents: read',
  ...NAME_LIST,
  fields: (names) => ({
    parts: [
      'mainBranch: defaultBranchRef { name }',
      ...names.map((_, index) => `head${index}: ref(qualifiedName: $head${index}) { name }`),
    ],
    variables: Object.fromEntries(names.map((name, index) => [`head${index}`, `refs/heads/${name}`])),
  }),
  read: (look) => ({ branches: known(decode(look)) }),
};

function decode({ answer, question, asked }: Look<'branches'>): Branches {
  const main = valueAt(answer, 'mainBranch') as { readonly name: string } | null;
  const existing = question.filter((name) => valueAt(answer, `head${asked.indexOf(name)}`) !== null);
  return { main: main?.name, existing };
}
