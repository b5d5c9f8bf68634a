// The fact `teamMentions`: of the teams asked for, those that this token sees, and so can mention.
import { isWorkflow } from '../accounts.ts';
import type { GitHub } from '../client.ts';
import { type PartialAnswer, queryRepository } from '../graphql.ts';
import { type FactSource, type Fields, type Look, known } from './fact.ts';
import { NAME_LIST } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /**
     * Teams, as `acme/api`, whose mention tells their people. Where the config names none, those of code owners stand
     * for all others. GitHub makes a mention live only for who sees the team: an App needs `members: read`.
     */
    readonly teamMentions: readonly string[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** Teams that may have to be mentioned. */
    readonly teamMentions?: readonly string[] | undefined;
  }
}

/** Most teams that are asked for; the others are as the first ones. */
const MOST = 40;

export const teamMentions: FactSource<'teamMentions', 'teamMentions'> = {
  question: 'teamMentions',
  facts: ['teamMentions'],
  permission: 'members: read',
  after: ['branchOwners', 'teamMembers'],
  ...NAME_LIST,
  // A workflow's token sees no teams, and what it writes mentions none. It is not even asked: what it may not see must
  // not cost the rest of the look.
  fields: (teams, { accounts }) =>
    isWorkflow(accounts) ? { parts: [], variables: {} } : fieldsFor(teams.slice(0, MOST)),
  read: async (look) => ({ teamMentions: known(await seenBy(look)) }),
};

function fieldsFor(teams: readonly string[]): Fields {
  if (teams.length === 0) return { parts: [], variables: {} };
  const seen = teams.map((_, index) => `seen${index}: team(slug: $seen${index}) { slug }`);
  return {
    // A team may be null, so that an error stays with it.
    parts: [`teamsSeen: owner { login ... on Organization { ${seen.join(' ')} } }`],
    variables: Object.fromEntries(teams.map((team, index) => [`seen${index}`, team.split('/')[1] ?? ''])),
  };
}

async function seenBy({ github, question, asked, answer, found, setting }: Look<'teamMentions'>) {
  if (isWorkflow(setting.accounts)) return [];
  if (question.length > 0) {
    const shown = shownIn(answer, asked.slice(0, MOST));
    const further = shown.length > 0 ? asked.slice(MOST) : [];
    return question.filter((team) => shown.includes(team) || further.includes(team));
  }
  const { teamMembers, branchOwners } = found;
  const members = teamMembers.known ? teamMembers.value : [];
  if (members.length > 0) return members.flatMap((one) => (one.members.known ? [one.team] : []));
  const texts = branchOwners.known
    ? branchOwners.value.map(({ file }) => (file.known ? (file.value?.text ?? '') : ''))
    : [];
  return await shownOf(github, texts.join('\n'));
}

/** Teams of this organisation that are there for this token. */
function shownIn({ data }: PartialAnswer, teams: readonly string[]): string[] {
  const owner = data['teamsSeen'] as
    | (Readonly<Record<string, unknown>> & { readonly login: string })
    | undefined;
  const prefix = `${owner?.login ?? ''}/`.toLowerCase();
  return teams.filter((team, index) => {
    const seen = owner?.[`seen${index}`];
    return seen !== null && seen !== undefined && team.toLowerCase().startsWith(prefix);
  });
}

/** Asked once more where only the code owners name teams. */
async function shownOf(github: GitHub, owners: string): Promise<string[]> {
  const named = [...owners.matchAll(/@([\w-]+\/[\w.-]+)/g)].map(([, team = '']) => team.toLowerCase());
  const own = [...new Set(named)].filter((team) => team.startsWith(`${github.owner.toLowerCase()}/`));
  const teams = own.slice(0, MOST);
  if (teams.length === 0) return [];
  const { parts, variables } = fieldsFor(teams);
  const declared = Object.keys(variables).map((name) => `, $${name}: String!`);
  const query = `query RelcommsTeams($owner: String!, $name: String!${declared.join('')}) {
  repository(owner: $owner, name: $name) { ${parts.join(' ')} }
}`;
  return shownIn(await queryRepository(github, query, variables), teams);
}
