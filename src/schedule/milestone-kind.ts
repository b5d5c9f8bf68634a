// Recognises what a milestone is by its id and title: a prerelease, a freeze, a thaw, the cherry-pick deadline.
import type { Milestone, Release } from '../domain/release.ts';

const STAGES = ['alpha', 'beta', 'rc'] as const;

/** A numbered prerelease of this release. `rank` sorts alpha.2 before beta.0 before rc.1. */
export interface Prerelease {
  readonly stage: (typeof STAGES)[number];
  readonly number: number;
  readonly rank: number;
}

type Named = Pick<Milestone, 'id' | 'title'>;

const IN_ID = /^(alpha|beta|rc)[-.]?(\d{1,3})$/;
const IN_TITLE = /^v?\d+\.\d+(?:\.\d+)?-(alpha|beta|rc)\.?(\d{1,3})\b/i;

/**
 * The prerelease that the milestone is, by an id like `rc1` or a title like `1.18.0-rc.1 released`.
 * Milestones merely about one (`rc1-merge`, "Fixes for rc.1") are none, nor is another version's.
 */
export function prereleaseOf({ id, title }: Named, version: string): Prerelease | undefined {
  if (namesOnlyOtherVersions(title, version)) return undefined;
  const match = IN_ID.exec(id) ?? IN_TITLE.exec(title);
  const stage = STAGES.find((name) => name === match?.[1]?.toLowerCase());
  if (match === null || stage === undefined) return undefined;
  const number = Number(match[2]);
  return { stage, number, rank: STAGES.indexOf(stage) * 1000 + number };
}

/** Whether the title speaks of versions, and this release's is not among them: `v1.11.0-alpha.1` in v1.10.0. */
export function namesOnlyOtherVersions(title: string, version: string): boolean {
  const own = version.replace(/^v/i, '');
  const named = [...title.matchAll(/\d+\.\d+(?:\.\d+)*/g)].map(([text]) => text);
  const isOwn = (text: string): boolean =>
    own === text || own.startsWith(`${text}.`) || text.startsWith(`${own}.`);
  return named.length > 0 && !named.some(isOwn);
}

/** Words of a milestone that tells about an event instead of being it: "Brace yourself, code freeze is coming". */
const TALK =
  /\b(coming|brace|notices?|notify|remind\w*|announc\w*|warn\w*|prepar\w*|calls?|exceptions?|exempt\w*|discuss\w*|review\w*)\b/;
const LIFTING = /\b(thaw|unfreeze|lift\w*|ends?|ended|over|re-?opens?)\b/;

/** Work on something stops: code freeze, docs freeze. */
export function isFreeze(milestone: Named, version: string): boolean {
  const text = wordsOf(milestone, version);
  return /\bfreeze\b/.test(text) && !LIFTING.test(text) && !TALK.test(text);
}

/** Code is frozen, alone or along with tests. */
export function isCodeFreeze(milestone: Named, version: string): boolean {
  return isFreeze(milestone, version) && /\bcode\b/.test(wordsOf(milestone, version));
}

/** The code freeze ends. A thaw of something else (docs, blogs) is none. */
export function isCodeThaw(milestone: Named, version: string): boolean {
  const text = wordsOf(milestone, version);
  if (TALK.test(text)) return false;
  if (/\bcode\b/.test(text)) return LIFTING.test(text) && /\b(freeze|thaw)\b/.test(text);
  return /\bthaw\b/.test(text) && !/\b(docs?|blogs?|tests?|enhancements?|features?)\b/.test(text);
}

/** The last day for cherry-picks to the release branch (Y10). */
export function isCherryPickDeadline(milestone: Named, version: string): boolean {
  const text = wordsOf(milestone, version);
  return /\bcherry.?picks?\b.*\b(deadline|closes?|cut.?off)\b/.test(text) && !TALK.test(text);
}

/** A release candidate, RC1 first. */
export function isCandidate(milestone: Named, version: string): boolean {
  return prereleaseOf(milestone, version)?.stage === 'rc';
}

/** RC1: all teams hear of it at least a week before (Y3). */
export function isFirstCandidate(milestone: Named, version: string): boolean {
  return isCandidate(milestone, version) && prereleaseOf(milestone, version)?.number === 1;
}

/** What things have to be ready for in any project: code or feature freeze, cherry-pick deadline, candidates, release day. */
export function isGate(milestone: Named, version: string): boolean {
  const { id } = milestone;
  if (id === 'release' || isCandidate(milestone, version) || isCherryPickDeadline(milestone, version))
    return true;
  return isFreeze(milestone, version) && /\b(code|features?)\b/.test(wordsOf(milestone, version));
}

/** The candidates, the cherry-pick deadline and the final release (Y10, Y14, Y15). */
export function datesOfRelease({ milestones, version }: Release): readonly Milestone[] {
  return milestones.filter(
    (one) => one.id === 'release' || isCandidate(one, version) || isCherryPickDeadline(one, version),
  );
}

/** Id and title as words; nothing when the milestone belongs to another version. */
function wordsOf({ id, title }: Named, version: string): string {
  if (namesOnlyOtherVersions(title, version)) return '';
  return `${title} ${id.replaceAll('-', ' ')}`.toLowerCase();
}
