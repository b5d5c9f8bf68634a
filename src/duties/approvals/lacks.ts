// What of a release's pull requests is not watched: by what the config leaves out, and by what a look could not tell.
import { dayAt } from '../../domain/day.ts';
import { branchesOf } from '../../domain/release-line.ts';
import type { Lack } from '../../domain/standing.ts';
import { countWords, listWords } from '../../text/words.ts';
import type { LackInput } from '../duty.ts';
import { type NamedLabels, missingLabels } from '../missing-labels.ts';
import { type ApprovalsConfig, LABELS } from './config.ts';
import type { ApprovalsInput } from './input.ts';
import { runningReleases } from '../../picks/running.ts';
import { picksOf } from './judge/unpicked.ts';

const KINDS = ['cherry-pick'];

/** Without a branch nobody knows which fixes are still to be picked, or what goes to the release by its branch. */
export function withoutBranch({ releases }: LackInput<ApprovalsConfig>): Lack[] {
  return releases
    .filter((release) => branchesOf(release).length === 0)
    .map(({ version }) => ({
      release: version,
      kinds: KINDS,
      why: `${version} has no branch`,
      lost: 'cherry-picks are not watched, and only GitHub milestone, label, and path tie pull requests to it',
      fix: 'Add "branch" to the release.',
    }));
}

/** The labels by which pull requests and fixes are found. */
export function namedLabels({ labels, cherryPickLabels, pickLabels }: ApprovalsConfig): NamedLabels[] {
  return [
    { key: 'approvals.labels', names: labels, byDefault: [], kinds: ['approval'] },
    {
      key: 'approvals.cherry-pick-labels',
      names: cherryPickLabels,
      byDefault: LABELS.cherryPick,
      kinds: ['approval'],
    },
    { key: 'approvals.pick-labels', names: pickLabels, byDefault: LABELS.pick, kinds: KINDS },
  ];
}

/** By labels that do not exist nothing is found. */
export function unknownLabels({ config, observed }: ApprovalsInput): Lack[] {
  return missingLabels(namedLabels(config), observed.labels);
}

/** Whose approval counts for these teams is not known. */
export function unreadTeams({ observed }: ApprovalsInput): Lack[] {
  const unread = observed.teamMembers.filter(({ isUnread }) => isUnread === true);
  if (unread.length === 0) return [];
  return [
    {
      kinds: ['approval'],
      why: `the members of ${countWords(unread.length, 'team')} are unknown, because the config names more teams than relcomms reads`,
      lost: 'relcomms may miss an approval by one of their members',
      fix: 'Name fewer teams in the config and in CODEOWNERS.',
    },
  ];
}

/** Numbers that are named before the rest is counted. */
const MOST_NAMED = 3;

/** Fixes that are older than what was read of the branch, and labels on more fixes than were read. */
export function unsurePicks(input: ApprovalsInput): Lack[] {
  const { unsure } = picksOf(input);
  const fix = 'Remove the label when the branch has the fix or no longer needs it.';
  return runningReleases(input).flatMap((release): Lack[] => {
    const { version, start, timezone } = release;
    if (branchesOf(release).length === 0) return [];
    if (input.observed.fixes.unread !== undefined) return [{ release: version, kinds: KINDS, ...UNREAD }];
    const { since } = input.observed.fixes;
    const lack = { release: version, kinds: KINDS, fix };
    const older = branchesOf(release).flatMap((branch) => {
      const numbers = unsure
        .filter((one) => one.release === release && one.branch === branch)
        .map(({ fix: { number } }) => `#${number}`);
      return numbers.length === 0 ? [] : [{ ...lack, ...olderWords(numbers, branch) }];
    });
    if (since === undefined || dayAt(since, timezone) < start) return older;
    const lost = 'relcomms does not look at the fixes with the oldest changes';
    return [...older, { ...lack, why: 'more merged fixes carry the label than can be read', lost }];
  });
}

/** Why it is so stands in the report: here the words stay the same. */
const UNREAD = {
  why: 'GitHub does not show the merged fixes',
  lost: 'cherry-picks are not watched',
  fix: 'See the report for the cause. The next run tries again.',
};

function olderWords(numbers: readonly string[], branch: string): Pick<Lack, 'why' | 'lost'> {
  const named = numbers.slice(0, MOST_NAMED);
  const more = numbers.length - named.length;
  const list = listWords(more > 0 ? [...named, `${more} more`] : named);
  return {
    why: `it is not known whether ${branch} has ${list}`,
    lost: 'more was merged there since then than relcomms can read',
  };
}
