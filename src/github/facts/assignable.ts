// The fact `assignable`: of the people asked for, those whom GitHub lets be assigned.
import { valueAt } from '../graphql.ts';
import { isAssignable } from '../is-assignable.ts';
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

/** GitHub's search for people finds those whose login or name contains the word; so many of them are read. */
const FOUND = 20;

export const assignable: FactSource<'assignable', 'assignable'> = {
  question: 'assignable',
  facts: ['assignable'],
  permission: 'issues: read',
  ...NAME_LIST,
  fields: (logins) => ({
    parts: aliases('person', logins).map(
      (name) => `${name}: assignableUsers(first: ${FOUND}, query: $${name}) { nodes { login } }`,
    ),
    variables: namedBy('person', logins),
  }),
  read: async ({ github, question, asked, answer }) => {
    const found: string[] = [];
    for (const login of question) {
      const { nodes } = valueAt(answer, `person${asked.indexOf(login)}`) as Listed;
      // oxlint-disable-next-line no-await-in-loop -- hardly ever is one asked for
      if (listed(login, nodes) ?? (await isAssignable(github, login))) found.push(login);
    }
    return { assignable: known(found) };
  },
};

interface Listed {
  readonly nodes: readonly ({ readonly login: string } | null)[] | null;
}

/** Only the very login counts; undefined where the list is full or has a hole, and so may leave it out. */
function listed(login: string, nodes: Listed['nodes']): boolean | undefined {
  if (present(nodes).some((person) => person.login.toLowerCase() === login.toLowerCase())) return true;
  const all = nodes !== null && nodes.length < FOUND && !nodes.includes(null);
  return all ? false : undefined;
}
