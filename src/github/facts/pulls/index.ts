// The facts `pulls`, `fixes` and `teamMembers`: pull requests and what comes with their first page.
import type { Unheard } from '../../../domain/hearing.ts';
import type { Observed } from '../../../domain/observed.ts';
import type { BranchOwners, Fixes, Pull, TeamMembers } from '../../../domain/pull.ts';
import { present } from '../../present.ts';
import { foreignComments, readOwnWords } from '../own-words.ts';
import { type FactSource, type Look, known } from '../fact.ts';
import { doubtful, readBehalf } from './behalf.ts';
import { chosenOf } from './choose.ts';
import { decodePull } from './decode-pull.ts';
import { type Details, readDetails } from './details.ts';
import { readFurther, wantedOf } from './further.ts';
import { hearPulls } from './hear-pulls.ts';
import { firstPageFields, readList } from './light-list.ts';
import type { RawPull } from './pull-fields.ts';
import { BARE_PULLS, PULLS_SHAPE, type PullsQuestion, countPulls, joinPulls } from './question.ts';
import { hidesOurs, readThreads } from './threads.ts';
import { whyBelow } from './unread.ts';

declare module '../../../domain/observed.ts' {
  interface Observed {
    /** Open pull requests that may matter, some of the others, and the closed ones that changed last; lowest number first. */
    readonly pulls: readonly Pull[];
    /** Numbers of all that are open, lowest first. */
    readonly openPulls: readonly number[];
    /** Merged pull requests with one of the labels asked for, and what the branches asked for have taken. */
    readonly fixes: Fixes;
    /** Of the teams asked for, and of those that the code owners name. */
    readonly teamMembers: readonly TeamMembers[];
    /** Commands that this look leaves out, on pull requests and on our issues, which add theirs. */
    readonly unheard: readonly Unheard[];
  }
}

declare module '../../../domain/questions.ts' {
  interface Questions {
    readonly pulls?: PullsQuestion | undefined;
  }
}

/** The base branches of open pull requests are read along: it adds their owners to those that were asked for. */
export const pulls: FactSource<'pulls', 'pulls' | 'openPulls' | 'fixes' | 'teamMembers' | 'unheard'> = {
  question: 'pulls',
  facts: ['pulls', 'openPulls', 'fixes', 'teamMembers', 'unheard'],
  permission: 'pull_requests: read',
  after: ['branchOwners'],
  bare: BARE_PULLS,
  shape: PULLS_SHAPE,
  join: joinPulls,
  count: countPulls,
  fields: firstPageFields,
  read: async (look) => {
    const { github, question, setting, answer } = look;
    const { branchOwners } = look.found;
    const listed = await readList(github, question, answer);
    const numbers = chosenOf(listed, question, setting);
    const chosen = new Set(numbers);
    const bases = listed.flatMap(({ pull }) => (chosen.has(pull.number) ? [pull.baseRefName] : []));
    const seen = branchOwners.known ? branchOwners.value : [];
    const details = await readDetails(github, { numbers, bases }, question, seen);
    const read = await pullsOf(look, details);
    return {
      pulls: known(read.pulls),
      openPulls: known(listed.map(({ pull }) => pull.number).toSorted((a, b) => a - b)),
      unheard: known(read.unheard),
      fixes: known(details.fixes),
      teamMembers: known(details.members),
      branchOwners: branchOwners.known ? known(details.owners) : branchOwners,
    };
  },
};

/** All that were read, lowest number first. */
async function pullsOf(
  { github, question, setting: { accounts } }: Look<'pulls'>,
  { pulls: read, owners, members }: Details,
): Promise<PullsRead> {
  const raw = read.map((pull) => pull.raw);
  const threads = raw.filter((pull) => hidesOurs(pull, question.labels));
  const comments = await readThreads(github, threads, accounts);
  const seen = raw.flatMap((pull) => present(pull.comments.nodes));
  const words = await readOwnWords(github, foreignComments(seen, accounts), accounts);
  const wanted = raw.flatMap((pull) => wantedOf(pull, requiredOf(pull, owners) ?? []) ?? []);
  const further = await readFurther(github, wanted);
  const behalf = await readBehalf(github, doubtful(raw, { teams: question.teams, owners, members }));
  const decoded = read.map(({ raw: pull, holes }): Pull => {
    const required = requiredOf(pull, owners);
    const beside = { accounts, required, words, holes, further: further.get(pull.number), behalf };
    return { ...decodePull(pull, beside), ...comments.get(pull.number) };
  });
  // Of a comment that is hidden in part nobody knows whether it was answered.
  const whole = read.filter(({ holes }) => whyBelow(holes, 'comments') === undefined).map((pull) => pull.raw);
  const heard = await hearPulls(github, whole, decoded, question.roleTeams);
  return {
    pulls: decoded
      .map((pull) => ({ ...pull, commands: heard.commands.get(pull.number) ?? [] }))
      .toSorted((one, other) => one.number - other.number),
    unheard: heard.unheard,
  };
}

interface PullsRead {
  readonly pulls: Observed['pulls'];
  readonly unheard: Observed['unheard'];
}

function requiredOf(
  { baseRefName }: RawPull,
  owners: readonly BranchOwners[],
): readonly string[] | undefined {
  return owners.find(({ branch }) => branch === baseRefName)?.required;
}
