// The facts `pulls`, `listedPulls`, `fixes` and `teamMembers`: pull requests and what comes with their first page.
import type { Instant } from '../../../domain/day.ts';
import type { Unheard } from '../../../domain/hearing.ts';
import type { Fixes, ListedPull, Pull, TeamMembers } from '../../../domain/pull.ts';
import type { GitHub } from '../../client.ts';
import { unheardWords } from '../commands/render-unheard.ts';
import { type FactSource, type Look, known } from '../fact.ts';
import { pointsOfFull, tooDear } from './afford.ts';
import { type Chosen, chosenOf } from './choose.ts';
import { decodePulls } from './decode-pulls.ts';
import { readDetails } from './details.ts';
import { firstPageFields, readList } from './light-list.ts';
import { listedPulls } from './listed-pulls.ts';
import { readNarrow } from './narrow.ts';
import type { PullFacts } from './pull-facts.ts';
import { BARE_PULLS, PULLS_SHAPE, type PullsQuestion, countPulls, joinPulls } from './question.ts';

declare module '../../../domain/observed.ts' {
  interface Observed {
    /** Open pull requests that may matter, some of the others, and the closed ones that changed last; lowest number first. */
    readonly pulls: readonly Pull[];
    /** Numbers of all that are open, lowest first. */
    readonly openPulls: readonly number[];
    /** All that are open, lowest number first; nothing where no commit status is asked for. */
    readonly listedPulls: readonly ListedPull[];
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
export const pulls: FactSource<
  'pulls',
  'pulls' | 'openPulls' | 'listedPulls' | 'fixes' | 'teamMembers' | 'unheard'
> = {
  question: 'pulls',
  facts: ['pulls', 'openPulls', 'listedPulls', 'fixes', 'teamMembers', 'unheard'],
  permission: 'pull_requests: read',
  after: ['branchOwners'],
  bare: BARE_PULLS,
  shape: PULLS_SHAPE,
  join: joinPulls,
  count: countPulls,
  fields: firstPageFields,
  read: (look) => (look.setting.narrow === undefined ? readAll(look) : readNarrow(look, look.setting.narrow)),
};

async function readAll(look: Look<'pulls'>): Promise<PullFacts> {
  const { github, question, setting, answer } = look;
  const { branchOwners } = look.found;
  const listed = await readList(github, question, answer, setting.now);
  const among = chosenOf(listed, question, setting);
  const { numbers, left } = withinBudget(github, among, setting.now);
  const chosen = new Set(numbers);
  const bases = listed.flatMap(({ pull }) => (chosen.has(pull.number) ? [pull.baseRefName] : []));
  const seen = branchOwners.known ? branchOwners.value : [];
  const details = await readDetails(github, { numbers, bases }, question, seen);
  const read = await decodePulls(look, { ...details, meant: among.meant });
  return {
    pulls: known(read.pulls),
    openPulls: known(listed.map(({ pull }) => pull.number).toSorted((a, b) => a - b)),
    listedPulls: known(listedPulls(listed).toSorted((a, b) => a.number - b.number)),
    unheard: known([...read.unheard, ...left]),
    fixes: known(details.fixes),
    teamMembers: known(details.members),
    branchOwners: branchOwners.known ? known(details.owners) : branchOwners,
  };
}

/** Where the hour has too few points, those are left for later that hardly matter; throws where it has too few for the rest. */
function withinBudget(
  { budgets }: GitHub,
  { meant, others }: Chosen,
  now: Instant,
): { readonly numbers: readonly number[]; readonly left: readonly Unheard[] } {
  const budget = budgets.get('graphql');
  const all = [...meant, ...others].toSorted((a, b) => a - b);
  const why = tooDear(budget, now, pointsOfFull(all.length));
  if (why === undefined) return { numbers: all, left: [] };
  const whyNone = tooDear(budget, now, pointsOfFull(meant.length));
  if (whyNone !== undefined) throw new Error(whyNone);
  return { numbers: meant, left: others.length === 0 ? [] : [unheardWords.others(others.length, why)] };
}
