// What a milestone is: as the config says, otherwise as its id and title let one guess.
import { type MilestoneKind, isGateKind } from '../domain/milestone-kind.ts';
import type { Milestone, Release } from '../domain/release.ts';
import { LIFTING, TALK, guessKind, wordsOf } from './guess-kind.ts';
import { namesOnlyOtherVersions, prereleaseOf } from './prerelease.ts';

type Named = Pick<Milestone, 'id' | 'title' | 'kind'>;

/** Release day is always `release`, and nothing else is. */
export function kindOf(milestone: Named, version: string): MilestoneKind {
  const guessed = guessKind(milestone, version).kind;
  return guessed === 'release' ? guessed : (milestone.kind ?? guessed);
}

/** What things have to be ready for in any project: code or feature freeze, cherry-pick deadline, candidates, release day. */
export function isGate(milestone: Named, version: string): boolean {
  return isGateKind(kindOf(milestone, version));
}

export function isCodeFreeze(milestone: Named, version: string): boolean {
  return kindOf(milestone, version) === 'code-freeze';
}

/** The last day for cherry-picks to the release branch (Y10). */
export function isCherryPickDeadline(milestone: Named, version: string): boolean {
  return kindOf(milestone, version) === 'cherry-pick-deadline';
}

/** Work on something stops: code, docs, tests. */
export function isFreeze(milestone: Named, version: string): boolean {
  const kind = kindOf(milestone, version);
  if (kind === 'code-freeze' || kind === 'feature-freeze') return true;
  const text = ownWords(milestone, version);
  return /\bfreeze\b/.test(text) && !LIFTING.test(text);
}

/** The code freeze ends. A thaw of something else (docs, blogs) is none. */
export function isCodeThaw(milestone: Named, version: string): boolean {
  const text = ownWords(milestone, version);
  if (/\bcode\b/.test(text)) return LIFTING.test(text) && /\b(freeze|thaw)\b/.test(text);
  return /\bthaw\b/.test(text) && !/\b(docs?|blogs?|tests?|enhancements?|features?)\b/.test(text);
}

/** A release candidate, RC1 first. */
export function isCandidate(milestone: Named, version: string): boolean {
  return kindOf(milestone, version) === 'rc';
}

/** RC1: all teams hear of it at least a week before (Y3). */
export function isFirstCandidate(milestone: Named, version: string): boolean {
  return isCandidate(milestone, version) && prereleaseOf(milestone, version)?.number === 1;
}

/** The candidates, the cherry-pick deadline and the final release (Y10, Y14, Y15). */
export function datesOfRelease({ milestones, version }: Release): readonly Milestone[] {
  return milestones.filter((one) => {
    const kind = kindOf(one, version);
    return kind === 'release' || kind === 'rc' || kind === 'cherry-pick-deadline';
  });
}

/** Id and title as words; nothing when the milestone belongs to another version, or only tells about another one. */
function ownWords(milestone: Named, version: string): string {
  const text = wordsOf(milestone);
  return namesOnlyOtherVersions(milestone.title, version) || TALK.test(text) ? '' : text;
}
