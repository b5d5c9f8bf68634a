// Asks GitHub, in one query, which of the names of a config exist; and, in it, for the workflows.
import type { GitHub } from '../github/client.ts';
import { type PartialAnswer, queryRepository, whyMissing } from '../github/graphql.ts';
import type { Named } from './names.ts';

/** Undefined: not known, `why` says for what reason. */
export type Found = ReadonlyMap<string, boolean | { readonly why: string }>;

export interface NamesLook {
  readonly branches: Found;
  readonly labels: Found;
  /** Whether GitHub lets them be assigned. */
  readonly people: Found;
  readonly teams: Found;
  readonly categories: Found;
  readonly workflows: readonly { readonly file: string; readonly text: string }[] | { readonly why: string };
}

interface Question {
  readonly name: string;
  readonly variable: string;
  readonly value: string;
  readonly field: string;
  readonly isThere: (value: unknown) => boolean;
}

/** `mayTeams`: whether the token may ask for teams at all; a workflow's never may. Throws when nothing can be read. */
export async function askNames(github: GitHub, named: Named, mayTeams: boolean): Promise<NamesLook> {
  const kinds = {
    branches: questions('branch', [...named.branches.keys()], {
      value: (name) => `refs/heads/${name}`,
      field: (variable) => `ref(qualifiedName: $${variable}) { name }`,
    }),
    labels: questions('label', [...named.labels.keys()], {
      field: (variable) => `label(name: $${variable}) { name }`,
    }),
    people: named.people.map((login, index) => ({
      ...question('person', index, login, {
        field: (variable) => `assignableUsers(first: 20, query: $${variable}) { nodes { login } }`,
      }),
      isThere: (value: unknown) => holdsLogin(value, login),
    })),
  };
  const teams = mayTeams ? teamQuestions(github.owner, named.teams) : [];
  const asked = Object.values(kinds).flat();
  const query = queryFor(asked, teams, named.categories.size > 0);
  const variables = Object.fromEntries([...asked, ...teams].map(({ variable, value }) => [variable, value]));
  const answer = await queryRepository(github, query, variables);
  return {
    branches: foundIn(answer, kinds.branches),
    labels: foundIn(answer, kinds.labels),
    people: foundIn(answer, kinds.people),
    teams: teamsIn(answer, teams, github.owner),
    categories: categoriesIn(answer, named),
    workflows: workflowsIn(answer),
  };
}

interface Shape {
  readonly field: (variable: string) => string;
  readonly value?: (name: string) => string;
}

function questions(alias: string, names: readonly string[], shape: Shape): Question[] {
  return names.map((name, index) => question(alias, index, name, shape));
}

function question(alias: string, index: number, name: string, { field, value }: Shape): Question {
  const variable = `${alias}${index}`;
  return {
    name,
    variable,
    value: value?.(name) ?? name,
    field: field(variable),
    isThere: (found) => found !== null && found !== undefined,
  };
}

/** Those of the owner: the teams of another organization can't be in a role here, which the config says itself. */
function teamQuestions(owner: string, teams: readonly string[]): Question[] {
  const own = teams.filter((team) => team.toLowerCase().startsWith(`${owner.toLowerCase()}/`));
  return questions('team', own, {
    value: (team) => team.split('/')[1] ?? '',
    field: (variable) => `team(slug: $${variable}) { slug }`,
  });
}

function queryFor(asked: readonly Question[], teams: readonly Question[], categories: boolean): string {
  const declared = [...asked, ...teams].map(({ variable }) => `, $${variable}: String!`).join('');
  const own = asked.map(({ variable, field }) => `${variable}: ${field}`);
  const seen = teams.map(({ variable, field }) => `${variable}: ${field}`);
  return `query RelcommsDoctor($owner: String!, $name: String!${declared}) {
  repository(owner: $owner, name: $name) {
    ${[
      ...own,
      ...(seen.length === 0 ? [] : [`teams: owner { login ... on Organization { ${seen.join(' ')} } }`]),
      ...(categories ? ['discussionCategories(first: 25) { nodes { name slug } }'] : []),
      'workflows: object(expression: "HEAD:.github/workflows") { ... on Tree { entries { name object { ... on Blob { text isTruncated } } } } }',
    ].join('\n    ')}
  }
}`;
}

function foundIn(answer: PartialAnswer, asked: readonly Question[]): Found {
  return new Map(
    asked.map(({ name, variable, isThere }) => {
      const why = answer.failed.get(variable) ?? answer.failed.get('*');
      return [name, why === undefined ? isThere(answer.data[variable]) : { why }];
    }),
  );
}

function teamsIn(answer: PartialAnswer, asked: readonly Question[], owner: string): Found {
  const seen = answer.data['teams'] as Readonly<Record<string, unknown>> | null | undefined;
  return new Map(
    asked.map(({ name, variable }): [string, boolean | { readonly why: string }] => {
      const hole = answer.holes?.find(
        ({ path }) => path[0] === 'teams' && (path[1] ?? variable) === variable,
      );
      if (hole !== undefined) return [name, { why: hole.why }];
      if (seen === null || seen === undefined) return [name, { why: `${owner} could not be read` }];
      return [name, seen[variable] !== null && seen[variable] !== undefined];
    }),
  );
}

function holdsLogin(value: unknown, login: string): boolean {
  const { nodes } = (value ?? {}) as {
    readonly nodes?: readonly ({ readonly login: string } | null)[] | null;
  };
  return (nodes ?? []).some((one) => one?.login.toLowerCase() === login.toLowerCase());
}

/** GitHub takes the name or the short name, and tells no capitals apart. */
function categoriesIn(answer: PartialAnswer, { categories }: Named): Found {
  if (categories.size === 0) return new Map();
  const why = whyMissing(answer, 'discussionCategories');
  const listed = answer.data['discussionCategories'] as Categories | null | undefined;
  const there = (listed?.nodes ?? []).flatMap((one) =>
    one === null ? [] : [one.name.toLowerCase(), one.slug.toLowerCase()],
  );
  return new Map(
    [...categories.keys()].map((name) => [
      name,
      why === undefined ? there.includes(name.toLowerCase()) : { why },
    ]),
  );
}

interface Categories {
  readonly nodes: readonly ({ readonly name: string; readonly slug: string } | null)[] | null;
}

interface Tree {
  readonly entries?: readonly {
    readonly name: string;
    readonly object?: { readonly text?: string | null; readonly isTruncated?: boolean } | null;
  }[];
}

function workflowsIn(answer: PartialAnswer): NamesLook['workflows'] {
  const why = answer.failed.get('workflows') ?? answer.failed.get('*');
  if (why !== undefined) return { why };
  const tree = answer.data['workflows'] as Tree | null | undefined;
  return (tree?.entries ?? []).flatMap(({ name, object }) =>
    /\.ya?ml$/.test(name) && typeof object?.text === 'string' && object.isTruncated !== true
      ? [{ file: `.github/workflows/${name}`, text: object.text }]
      : [],
  );
}
