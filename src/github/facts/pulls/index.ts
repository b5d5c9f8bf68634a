// The facts `pulls`, `fixes` and `teamMembers`: pull requests and what comes with their first page.
import type { Observed } from '../../../domain/observed.ts';
import type { BranchOwners, Fixes, Pull, PullCommand, TeamMembers } from '../../../domain/pull.ts';
import { rightsReader, type RightsReader } from '../commands/rights.ts';
import { unanswered } from '../commands/unanswered.ts';
import { present } from '../../present.ts';
import { foreignComments, readOwnWords } from '../own-words.ts';
import { type FactSource, type Look, known } from '../fact.ts';
import { decodePull } from './decode-pull.ts';
import { type Pages, readPages } from './pages.ts';
import type { RawPull } from './pull-fields.ts';
import { BARE_PULLS, type PullsQuestion, countPulls, joinPulls } from './question.ts';
import { hidesOurs, readThreads } from './threads.ts';

declare module '../../../domain/observed.ts' {
  interface Observed {
    /** Open pull requests, and the closed ones that changed last; lowest number first. */
    readonly pulls: readonly Pull[];
    /** Merged pull requests with one of the labels asked for, and what the branches asked for have taken. */
    readonly fixes: Fixes;
    /** Of the teams asked for, and of those that the code owners name. */
    readonly teamMembers: readonly TeamMembers[];
  }
}

declare module '../../../domain/questions.ts' {
  interface Questions {
    readonly pulls?: PullsQuestion | undefined;
  }
}

/** The base branches of open pull requests are read along: it adds their owners to those that were asked for. */
export const pulls: FactSource<'pulls', 'pulls' | 'fixes' | 'teamMembers'> = {
  question: 'pulls',
  facts: ['pulls', 'fixes', 'teamMembers'],
  after: ['branchOwners'],
  bare: BARE_PULLS,
  join: joinPulls,
  count: countPulls,
  read: async (look) => {
    const { branchOwners } = look.found;
    const pages = await readPages(look.github, look.question, branchOwners.known ? branchOwners.value : []);
    return {
      pulls: known(await pullsOf(look, pages)),
      fixes: known(pages.fixes),
      teamMembers: known(pages.members),
      branchOwners: branchOwners.known ? known(pages.owners) : branchOwners,
    };
  },
};

/** All of them, lowest number first. */
async function pullsOf(
  { github, question, setting: { accounts } }: Look<'pulls'>,
  { raw, owners }: Pages,
): Promise<Observed['pulls']> {
  const threads = raw.filter((pull) => hidesOurs(pull, question.labels));
  const comments = await readThreads(github, threads, accounts);
  const seen = raw.flatMap((pull) => present(pull.comments.nodes));
  const words = await readOwnWords(github, foreignComments(seen, accounts), accounts);
  const rights = rightsReader(github, question.roleTeams);
  const decoded: Pull[] = [];
  for (const pull of raw) {
    const found = decodePull(pull, accounts, requiredOf(pull, owners), words);
    // oxlint-disable-next-line no-await-in-loop -- few people give commands at once
    const commands = await commandsOn(pull, rights);
    decoded.push({ ...found, commands, ...comments.get(pull.number) });
  }
  return decoded.toSorted((a, b) => a.number - b.number);
}

function requiredOf(
  { baseRefName }: RawPull,
  owners: readonly BranchOwners[],
): readonly string[] | undefined {
  return owners.find(({ branch }) => branch === baseRefName)?.required;
}

async function commandsOn(pull: RawPull, rights: RightsReader): Promise<PullCommand[]> {
  if (pull.state !== 'OPEN') return [];
  const commands: PullCommand[] = [];
  for (const comment of unanswered(pull.comments.nodes)) {
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    commands.push({ ...comment, ...(await rights(comment.author)) });
  }
  return commands;
}
