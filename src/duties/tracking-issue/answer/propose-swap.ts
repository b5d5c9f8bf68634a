// Turns the wish to swap a role between two releases into a pull request on the config: people decide, relcomms writes.
import { isDeepStrictEqual } from 'node:util';
import { splicePeople } from '../../../config/splice-people.ts';
import type { DesiredPull } from '../../../domain/desired.ts';
import { nearest } from '../../../domain/nearest.ts';
import { isError } from '../../../domain/problem.ts';
import { type Release, isOver } from '../../../domain/release.ts';
import { BRANCH_FOLDER } from '../../../text/own-branch.ts';
import type { DutyContext } from '../../duty.ts';
import type { TrackingIssueConfig } from '../config.ts';
import { branchWord } from '../../branch-word.ts';
import { type Swap, renderSwap } from './render-swap.ts';

export interface SwapRequest {
  /** A role, and one or two versions; with one, this release is the other. */
  readonly words: readonly string[];
  readonly release: Release;
  readonly context: DutyContext<TrackingIssueConfig>;
  /** Number of the tracking issue, which the pull request points to. */
  readonly tracking: number | undefined;
  /** Key of the ledger entry that is withheld when it can't be opened. */
  readonly entry: string;
  readonly why: string;
}

/** The pull request, or in words why there is none. */
export function proposeSwap(request: SwapRequest): DesiredPull | { readonly problem: string } {
  const swap = readSwap(request);
  if ('problem' in swap) return swap;
  const { role, first, second } = swap;
  const { source } = request.context;
  const spliced = splicePeople(source.text, [
    { version: first.version, role, people: second.roles[role] ?? [] },
    { version: second.version, role, people: first.roles[role] ?? [] },
  ]);
  if ('problem' in spliced) return { problem: `${spliced.problem.message} ${spliced.problem.fix}` };
  const wrong = whatIsWrong(spliced.text, swap, request.context);
  if (wrong !== undefined) return { problem: wrong };
  return {
    kind: 'pull',
    branch: `${BRANCH_FOLDER}swap-${role}-${branchWord(first.version)}-${branchWord(second.version)}`,
    title: `Swap ${role} of ${first.version} and ${second.version}`.slice(0, 250),
    body: renderSwap(swap, request.tracking),
    path: source.path,
    content: spliced.text,
    entry: request.entry,
    why: request.why,
  };
}

function readSwap({ words, release, context }: SwapRequest): Swap | { readonly problem: string } {
  const [role, one, other, ...more] = words;
  if (role === undefined || one === undefined || more.length > 0)
    return {
      problem: 'Write: /release swap ROLE VERSION VERSION. With one version, this release is the other.',
    };
  const first = other === undefined ? release : named(one, context);
  const second = named(other ?? one, context);
  if ('problem' in first) return first;
  if ('problem' in second) return second;
  if (first === second) return { problem: `Name two releases: ${first.version} is both of them.` };
  for (const { version, roles } of [first, second]) {
    if (Object.hasOwn(roles, role)) continue;
    const meant = nearest(role, Object.keys(roles));
    const guess = meant === undefined ? '' : ` Did you mean "${meant}"?`;
    return { problem: `"${role}" is no role of ${version}.${guess}` };
  }
  const [before, after] = [first.roles[role] ?? [], second.roles[role] ?? []];
  const empty = [first, second].find(({ roles }) => (roles[role] ?? []).length === 0);
  if (empty !== undefined) return { problem: `Nobody has the role "${role}" in ${empty.version}.` };
  if (isDeepStrictEqual(before, after))
    return { problem: `The role "${role}" is with ${before.join(', ')} in both releases.` };
  return { role, first, second };
}

function named(
  version: string,
  { releases, now }: SwapRequest['context'],
): Release | { readonly problem: string } {
  const found = releases.find((one) => one.version === version);
  const known = releases.map((one) => one.version);
  if (found === undefined) {
    const meant = nearest(version, known);
    return {
      problem: `There is no release "${version}" in the config.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    };
  }
  return isOver(found, now) ? { problem: `The cycle of ${version} is over.` } : found;
}

/** The text is read once more, the way the next run will: a proposal loads, swaps these people and changes nobody else. */
function whatIsWrong(
  text: string,
  { role, first, second }: Swap,
  { source, releases }: SwapRequest['context'],
) {
  const again = source.reread(text);
  if ('problems' in again) {
    const error = again.problems.find(isError);
    return `The config could not be used with this swap${error === undefined ? '.' : `: line ${error.line}, ${error.message}`}`;
  }
  const wanted = releases.map((release) => {
    const from = release === first ? second : first;
    const isOne = release === first || release === second;
    return [release.version, isOne ? { ...release.roles, [role]: from.roles[role] } : { ...release.roles }];
  });
  const got = again.releases.map(({ version, roles }) => [version, { ...roles }]);
  return isDeepStrictEqual(got, wanted)
    ? undefined
    : 'The swap would change other people, too: write it into the config yourself.';
}
