// The fact `pins`: the issues that are pinned.
import * as z from 'zod';
import { valueAt } from '../graphql.ts';
import { present } from '../present.ts';
import { type FactSource, known } from './fact.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Numbers of the pinned issues. */
    readonly pins: readonly number[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** There is nothing to name: a repository has three pins at most. */
    readonly pins?: true | undefined;
  }
}

export const pins: FactSource<'pins', 'pins'> = {
  question: 'pins',
  facts: ['pins'],
  permission: 'issues: read',
  bare: true,
  shape: z.literal(true),
  join: () => true,
  count: () => 0,
  fields: () => ({
    parts: ['pinnedIssues(first: 3) { nodes { issue { number } } }'],
    variables: {},
  }),
  read: ({ answer }) => {
    const raw = valueAt(answer, 'pinnedIssues') as RawPins | null;
    return { pins: known(present(raw?.nodes).map(({ issue }) => issue.number)) };
  },
};

interface RawPins {
  readonly nodes: readonly ({ readonly issue: { readonly number: number } } | null)[];
}
