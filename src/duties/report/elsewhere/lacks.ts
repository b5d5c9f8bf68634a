// What of another repository is unknown, or not watched, and what to do about it.
import type { SeenRepository, UnreadRepository } from '../../../domain/elsewhere.ts';
import type { Known } from '../../../domain/known.ts';
import type { Release } from '../../../domain/release.ts';
import type { Lack } from '../../../domain/standing.ts';
import type { Found } from './find.ts';

const KINDS = ['blocker', 'failing-branch', 'other-pull', 'missing-tag'];

const LOST = 'what blocks the release there is not known';

/** Why a repository could not be read, and how that ends: plain text, the same in each run. */
export function wordsOf({ name, reason, movedTo = '' }: UnreadRepository): Pick<Lack, 'why' | 'fix'> {
  const [owner = ''] = name.split('/');
  const words: Readonly<Record<UnreadRepository['reason'], readonly [why: string, fix: string]>> = {
    missing: [
      'there is none of this name, or relcomms may not see it',
      `Correct the name, install the App on ${name}, or give the Action a token that can read it.`,
    ],
    suspended: [`the App is suspended at ${owner}`, `Ask an owner of ${owner} to unsuspend the App.`],
    refused: [
      'GitHub refuses the permission',
      `Let an owner of ${owner} grant what the App asks for, or give the Action a token that can read ${name}.`,
    ],
    limit: ['the requests of this hour are used up', 'The next run tries again.'],
    moved: [`it is ${movedTo} now`, `Write ${movedTo} in the config.`],
    private: [
      `it is private, and belongs to ${owner}`,
      'Of other owners the App reads public repositories only. Run the Action with a token that can read it.',
    ],
    failed: ['GitHub did not answer', 'The next run tries again.'],
    unasked: ['nobody has looked at it yet', 'relcomms looks at it once the config is merged.'],
  };
  const [why, fix] = words[reason];
  return { why, fix };
}

/** What of a repository could not be read, though the rest could. */
export function hiddenParts(seen: SeenRepository): { readonly kind: string; readonly words: string }[] {
  const parts: readonly (readonly [kind: string, words: string, part: Known<unknown>])[] = [
    ['blocker', 'labels', seen.labels],
    ['blocker', 'blockers', seen.blockers],
    ['other-pull', 'pull requests', seen.pulls],
    ['failing-branch', 'checks', seen.branches],
    ['missing-tag', 'tags', seen.publications],
  ];
  return parts.flatMap(([kind, words, part]) => (part.known ? [] : [{ kind, words }]));
}

/** What could not be read makes the release unknown; what is not there to be read, unwatched. */
export function lacksOf(one: Found, { version }: Release): Lack[] {
  const { name, unread, seen } = one;
  const shared = { release: version, lost: LOST };
  if (unread !== undefined || seen === undefined) {
    const { why, fix } = wordsOf(unread ?? { name, reason: 'failed', why: '' });
    return [{ ...shared, kinds: KINDS, why: `${name} could not be read: ${why}`, fix, isUnread: true }];
  }
  const unreadParts = hiddenParts(seen).map(({ kind, words }): Lack => {
    const { fix } = wordsOf({ name, reason: 'refused', why: '' });
    return {
      ...shared,
      kinds: [kind],
      why: `the ${words} of ${name} could not be read`,
      fix,
      isUnread: true,
    };
  });
  return [...unreadParts, ...unwatched(one, version)];
}

function unwatched({ name, seen, strays, branchStates }: Found, release: string): Lack[] {
  const labels = seen?.labels.known === true ? seen.labels.value : undefined;
  const states = branchStates.known ? branchStates.value : [];
  return [
    ...(labels?.length === 0
      ? [
          {
            release,
            kinds: ['blocker'],
            why: `${name} has none of the labels of blockers`,
            lost: 'nothing there can be marked as a blocker',
            fix: 'Create the label there, or name another one in "report.blockers".',
          },
        ]
      : []),
    ...(strays > 0
      ? [
          {
            release,
            kinds: ['blocker'],
            why: `${name} has a blocker without a GitHub milestone`,
            lost: 'nobody can tell which release it holds up',
            fix: 'Give it the GitHub milestone of its release.',
          },
        ]
      : []),
    ...states
      .filter(({ state }) => state === 'missing' || state === 'none')
      .map((branch) => ({
        release,
        kinds: ['failing-branch'],
        lost: 'its checks are not watched',
        ...whyNone(name, branch),
      })),
  ];
}

function whyNone(
  name: string,
  branch: { readonly name: string; readonly state: string },
): Pick<Lack, 'why' | 'fix'> {
  return branch.state === 'missing'
    ? { why: `${name} has no branch ${branch.name}`, fix: 'Create the branch, or correct "branch".' }
    : {
        why: `nothing ran on the branch ${branch.name} of ${name} yet`,
        fix: 'Let CI run on pushes to the branch.',
      };
}
