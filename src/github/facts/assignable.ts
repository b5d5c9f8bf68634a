// The fact `assignable`: of the people asked for, those whom GitHub lets be assigned.
import { valueAt } from '../graphql.ts';
import { present } from '../present.ts';
import { type FactSource, known } from './fact.ts';
import { NAME_LIST, aliases, namedBy } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Of the people asked for, those whom GitHub lets be assigned. */
    readonly assignable: readonly string[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** Logins of people who may have to be assigned. */
    readonly assignable?: readonly string[] | undefined;
  }
}

export const assignable: FactSource<'assignable', 'assignable'> = {
  question: 'assignable',
  facts: ['assignable'],
  ...NAME_LIST,
  fields: (logins) => ({
    parts: aliases('person', logins).map(
      (name) => `${name}: assignableUsers(first: 20, query: $${name}) { nodes { login } }`,
    ),
    variables: namedBy('person', logins),
  }),
  // GitHub's search for people is fuzzy; only the very login counts.
  read: ({ question, asked, answer }) => {
    const found = question.filter((login) => {
      const { nodes } = valueAt(answer, `person${asked.indexOf(login)}`) as {
        nodes: ({ login: string } | null)[];
      };
      return present(nodes).some((person) => person.login.toLowerCase() === login.toLowerCase());
    });
    return { assignable: known(found) };
  },
};
