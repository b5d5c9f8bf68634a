// The fact `githubMilestones`: GitHub's own milestones with the titles asked for.
import { parseDay } from '../../domain/day.ts';
import type { GitHubMilestone } from '../../domain/observed.ts';
import { valueAt } from '../graphql.ts';
import { present } from '../present.ts';
import { type FactSource, known } from './fact.ts';
import { NAME_LIST, aliases, namedBy } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Those whose titles are like the ones asked for. */
    readonly githubMilestones: readonly GitHubMilestone[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** Titles of GitHub milestones. */
    readonly githubMilestones?: readonly string[] | undefined;
  }
}

interface RawMilestone {
  readonly number: number;
  readonly title: string;
  readonly dueOn: string | null;
  readonly state: 'OPEN' | 'CLOSED';
}

export const githubMilestones: FactSource<'githubMilestones', 'githubMilestones'> = {
  question: 'githubMilestones',
  facts: ['githubMilestones'],
  permission: 'issues: read',
  ...NAME_LIST,
  fields: (titles) => ({
    parts: aliases('milestone', titles).map(
      (name) => `${name}: milestones(first: 20, query: $${name}) { nodes { number title dueOn state } }`,
    ),
    variables: namedBy('milestone', titles),
  }),
  read: ({ question, asked, answer }) => {
    const raw = aliases('milestone', question, asked).flatMap((name) =>
      present((valueAt(answer, name) as { nodes: (RawMilestone | null)[] }).nodes),
    );
    const found = new Map(raw.map((one) => [one.number, decode(one)]));
    return { githubMilestones: known([...found.values()]) };
  },
};

function decode({ number, title, dueOn, state }: RawMilestone): GitHubMilestone {
  const due = dueOn === null ? undefined : parseDay(dueOn.slice(0, 10));
  return { number, title, dueOn: due, state: state === 'OPEN' ? 'open' : 'closed' };
}
