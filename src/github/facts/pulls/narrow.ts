// A look at a few pull requests: they are read anew, and of the others holds what the last look found.
import type { Observation } from '../../../domain/observed.ts';
import type { BranchOwners, Pull } from '../../../domain/pull.ts';
import type { Known } from '../../../domain/known.ts';
import { type Look, type Narrow, known } from '../fact.ts';
import { readPulls } from './details.ts';
import { listedAnew } from './listed-pulls.ts';
import { decodePulls } from './decode-pulls.ts';
import type { PullFacts } from './pull-facts.ts';

/** Base branches that only the last look knew stay; one that nobody knew yet waits for the next look at everything. */
export async function readNarrow(look: Look<'pulls'>, { numbers, last }: Narrow): Promise<PullFacts> {
  const owners = ownersOf(look.found.branchOwners, last.branchOwners);
  const members = last.teamMembers.known ? last.teamMembers.value : [];
  const pulls = await readPulls(look.github, numbers);
  const read = await decodePulls(look, { pulls, owners, members, meant: numbers });
  const others = (last.pulls.known ? last.pulls.value : []).filter(({ number }) => !numbers.includes(number));
  const open = (last.openPulls.known ? last.openPulls.value : []).filter(
    (number) => !numbers.includes(number),
  );
  const opened = read.pulls.flatMap(({ number, state }) => (state === 'open' ? [number] : []));
  return {
    pulls: known(byNumber([...others.map(kept), ...read.pulls])),
    openPulls: known([...open, ...opened].toSorted((a, b) => a - b)),
    listedPulls: known(
      listedAnew(last.listedPulls.known ? last.listedPulls.value : [], pulls, look.question.statuses?.[0]),
    ),
    unheard: known(read.unheard),
    fixes: last.fixes,
    teamMembers: last.teamMembers,
    branchOwners: look.found.branchOwners.known ? known(owners) : look.found.branchOwners,
  };
}

/** What people said and changed there was answered by the run that saw it. */
function kept(pull: Pull): Pull {
  return { ...pull, commands: [], edited: undefined };
}

function byNumber(pulls: readonly Pull[]): Pull[] {
  return pulls.toSorted((one, other) => one.number - other.number);
}

function ownersOf(
  now: Observation['branchOwners'],
  before: Known<readonly BranchOwners[]>,
): readonly BranchOwners[] {
  const seen = now.known ? now.value : [];
  const names = new Set(seen.map(({ branch }) => branch));
  const others = before.known ? before.value.filter(({ branch }) => !names.has(branch)) : [];
  return [...seen, ...others];
}
