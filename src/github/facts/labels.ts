// The fact `labels`: of the labels asked for, those that exist.
import type { RepositoryLabel } from '../../domain/observed.ts';
import { valueAt } from '../graphql.ts';
import { present } from '../present.ts';
import { type FactSource, known } from './fact.ts';
import { NAME_LIST, aliases, namedBy } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Of the labels asked for, those that exist. */
    readonly labels: readonly RepositoryLabel[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** Names of labels. */
    readonly labels?: readonly string[] | undefined;
  }
}

export const labels: FactSource<'labels', 'labels'> = {
  question: 'labels',
  facts: ['labels'],
  permission: 'issues: read',
  ...NAME_LIST,
  fields: (names) => ({
    parts: aliases('label', names).map((label) => `${label}: label(name: $${label}) { id name }`),
    variables: namedBy('label', names),
  }),
  read: ({ question, asked, answer }) => {
    const found = aliases('label', question, asked).map((label) => valueAt(answer, label));
    return { labels: known(present(found as (RepositoryLabel | null)[])) };
  },
};
