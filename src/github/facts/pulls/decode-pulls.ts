// Turns what was read of pull requests into our own words, and reads on where one page does not hold it all.
import type { Observed } from '../../../domain/observed.ts';
import type { BranchOwners, Pull } from '../../../domain/pull.ts';
import { present } from '../../present.ts';
import { sideBySide } from '../../side-by-side.ts';
import { foreignComments, readOwnWords } from '../own-words.ts';
import type { Look } from '../fact.ts';
import { doubtful, readBehalf } from './behalf.ts';
import { decodePull } from './decode-pull.ts';
import type { Details } from './details.ts';
import { readFurther, wantedOf } from './further.ts';
import { hearPulls } from './hear-pulls.ts';
import type { RawPull } from './pull-fields.ts';
import { hidesOurs, readThreads } from './threads.ts';
import { whyBelow } from './unread.ts';

interface ToDecode extends Pick<Details, 'pulls' | 'owners' | 'members'> {
  /** Numbers of those that may matter. */
  readonly meant: readonly number[];
}

/** All that were read, lowest number first. */
export async function decodePulls(
  { github, question, setting: { accounts } }: Look<'pulls'>,
  { pulls: read, owners, members, meant }: ToDecode,
): Promise<PullsRead> {
  const raw = read.map((pull) => pull.raw);
  const threads = raw.filter((pull) => hidesOurs(pull, question.labels));
  const seen = raw.flatMap((pull) => present(pull.comments.nodes));
  // Nobody asks of the others what takes a further request.
  const whole = raw.filter(({ number }) => meant.includes(number));
  const wanted = whole.flatMap((pull) => wantedOf(pull, requiredOf(pull, owners) ?? []) ?? []);
  const reviews = doubtful(whole, { teams: question.teams, owners, members });
  const [comments, words, further, behalf] = await sideBySide([
    () => readThreads(github, threads, accounts),
    () => readOwnWords(github, foreignComments(seen, accounts), accounts),
    () => readFurther(github, wanted),
    () => readBehalf(github, reviews),
  ]);
  const decoded = read.map(({ raw: pull, holes }): Pull => {
    const required = requiredOf(pull, owners);
    const beside = { accounts, required, words, holes, further: further.get(pull.number), behalf };
    return { ...decodePull(pull, beside), ...comments.get(pull.number) };
  });
  // Of a comment that is hidden in part nobody knows whether it was answered.
  const shown = read.filter(({ holes }) => whyBelow(holes, 'comments') === undefined).map((pull) => pull.raw);
  const heard = await hearPulls(github, shown, decoded, question.roleTeams);
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
