// Milestones in an order that can't be: RC2 before RC1, a freeze after the release, a thaw before its freeze.
import type { Milestone } from '../../domain/release.ts';
import { milestonePath } from '../build-milestones.ts';
import { isCherryPickDeadline, isCodeFreeze, isCodeThaw, isFreeze } from '../milestone-kind.ts';
import { prereleaseOf } from '../prerelease.ts';
import { type Finding, type LintRule, type LintSubject, quotedTitle } from './subject.ts';

/** alpha.2 before alpha.1, a beta after an RC. Each is held against the one that comes before it by name. */
export const prereleaseOrder: LintRule = {
  code: 'prerelease-order',
  find: (subject) => {
    const ranked = subject.credible
      .flatMap((milestone) => {
        const prerelease = prereleaseOf(milestone, subject.release.version);
        return prerelease === undefined ? [] : [{ ...milestone, rank: prerelease.rank }];
      })
      .sort((a, b) => a.rank - b.rank);
    return ranked.flatMap((later, index) => {
      const earlier = ranked[index - 1];
      if (earlier === undefined || earlier.rank === later.rank || earlier.day <= later.day) return [];
      return [misplaced(later, earlier, 'before', subject)];
    });
  },
};

/** An alpha, beta or candidate of this very release, dated after it. */
export const prereleaseAfterRelease: LintRule = {
  code: 'prerelease-after-release',
  find: (subject) =>
    afterRelease(subject, (milestone) => prereleaseOf(milestone, subject.release.version) !== undefined),
};

/** A freeze that begins when there is nothing left to freeze. */
export const freezeAfterRelease: LintRule = {
  code: 'freeze-after-release',
  find: (subject) => afterRelease(subject, (milestone) => isFreeze(milestone, subject.release.version)),
};

/** After release day a cherry-pick goes into the next patch release, so the deadline can't be this release's (Y10). */
export const cherryPickAfterRelease: LintRule = {
  code: 'cherry-pick-after-release',
  find: (subject) =>
    afterRelease(subject, (milestone) => isCherryPickDeadline(milestone, subject.release.version)),
};

/** The code freeze ends before it has begun. */
export const thawBeforeFreeze: LintRule = {
  code: 'thaw-before-freeze',
  find: (subject) => {
    const { version } = subject.release;
    const milestones = subject.credible;
    const freeze = milestones.find((milestone) => isCodeFreeze(milestone, version));
    if (freeze === undefined) return [];
    return milestones
      .filter((milestone) => milestone.day < freeze.day && isCodeThaw(milestone, version))
      .map((thaw) => misplaced(thaw, freeze, 'before', subject));
  },
};

function afterRelease(subject: LintSubject, matches: (milestone: Milestone) => boolean): Finding[] {
  const { release } = subject;
  const releaseDay = release.milestones.find(({ id }) => id === 'release');
  if (releaseDay === undefined) return [];
  return subject.credible
    .filter((milestone) => milestone.day > release.release && matches(milestone))
    .map((milestone) => misplaced(milestone, releaseDay, 'after', subject));
}

function misplaced(
  milestone: Milestone,
  other: Milestone,
  side: 'before' | 'after',
  { written }: LintSubject,
): Finding {
  const [first, last] = side === 'before' ? [other, milestone] : [milestone, other];
  return {
    severity: 'error',
    path: milestonePath(written, milestone.id),
    message: `${quotedTitle(milestone.title)} on ${milestone.day} comes ${side} ${quotedTitle(other.title)} on ${other.day}.`,
    fix: `Correct one of the two days: ${quotedTitle(last.title)} can't come before ${quotedTitle(first.title)}.`,
  };
}
