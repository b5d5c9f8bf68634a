// Guesses the kind of a milestone from its id and title, for configs that do not write one, and says by which words.
import type { MilestoneKind } from '../domain/milestone-kind.ts';
import type { Milestone } from '../domain/release.ts';
import { namesOnlyOtherVersions, prereleaseOf } from './prerelease.ts';

export interface Guess {
  readonly kind: MilestoneKind;
  /** The words of id or title that say so; absent for `other` without a word that says anything. */
  readonly by?: string | undefined;
}

type Named = Pick<Milestone, 'id' | 'title'>;

/** Words of a milestone that tells about another one: "Brace yourself, code freeze is coming". */
export const TALK =
  /\b(coming|upcoming|brace|notices?|notify|remind\w*|announc\w*|communicat\w*|outreach|warn\w*|prepar\w*|calls?|exceptions?|exempt\w*|discuss\w*|review\w*)\b/;
/** A freeze that these words stand beside ends. */
export const LIFTING = /\b(thaw|unfreeze|lift\w*|ends?|ended|over|re-?opens?)\b/;

const EVENT =
  /\b(kubecon|conference|summit|fosdem|meetup|webinar|cfp|trade fair|hackathon|retrospective|retro)\b/;
const TEXTS = /\b(docs?|documentation|release notes|release highlights|feature blogs?|release blog)\b/;
const TEXTS_ARE_DUE = /\b(freeze|complete|completed|deadline|ready|must|due|placeholder|merged)\b/;
const CHERRY_PICKS = /\bcherry.?picks?\b[^|]*?\b(deadline|closes?|cut.?off)\b/;
const CANDIDATE = /-rc\.x\b|^release candidates?\b/;
const BRANCH =
  /\b(?:branch(?:es)? (?:is |are )?(?:created?|cut)|(?:create|cut|make)s?\b[^|]*? branch|branch(?:ing|ff| off| day| cut))\b/;
const MACHINES = /\b(jobs?|ci|testgrid)\b/;

/** What is about another version is `other`. */
export function guessKind(milestone: Named, version: string): Guess {
  if (milestone.id === 'release') return { kind: 'release', by: 'release' };
  if (namesOnlyOtherVersions(milestone.title, version)) return { kind: 'other' };
  if (prereleaseOf(milestone, version)?.stage === 'rc') return { kind: 'rc', by: rcWords(milestone) };
  const text = wordsOf(milestone);
  return byText(text) ?? { kind: 'other' };
}

/** In the order in which words outweigh each other. */
function byText(text: string): Guess | undefined {
  const texts = TEXTS.exec(text);
  const talk = TALK.exec(text);
  const isAnnounced = talk !== null && (texts === null || talk.index < texts.index);
  if (texts !== null && !isAnnounced && TEXTS_ARE_DUE.test(text)) return guess('docs', texts[0]);
  if (talk !== null) return guess('other', talk[0]);
  const picks = CHERRY_PICKS.exec(text);
  if (picks !== null) return guess('cherry-pick-deadline', picks[0]);
  return byFreeze(text) ?? byCandidate(text) ?? byEvent(text);
}

function byFreeze(text: string): Guess | undefined {
  if (!/\bfreeze\b/.test(text)) return undefined;
  const lifted = LIFTING.exec(text);
  if (lifted !== null) return guess('other', lifted[0]);
  const what = /\b(code|features?)\b/.exec(text)?.[0];
  if (what === undefined) return guess('other', 'freeze');
  return guess(what === 'code' ? 'code-freeze' : 'feature-freeze', `${what} … freeze`);
}

function byCandidate(text: string): Guess | undefined {
  const candidate = LIFTING.test(text) ? null : CANDIDATE.exec(text);
  return candidate === null ? undefined : guess('rc', candidate[0]);
}

function byEvent(text: string): Guess | undefined {
  const event = EVENT.exec(text);
  if (event !== null) return guess('event', event[0]);
  const embargo = /\bembargo\b/.exec(text);
  if (embargo !== null) return guess('embargo', embargo[0]);
  const branch = MACHINES.test(text) ? null : BRANCH.exec(text);
  return branch === null ? undefined : guess('branch', branch[0]);
}

function guess(kind: MilestoneKind, by: string): Guess {
  return { kind, by };
}

function rcWords({ id, title }: Named): string {
  return /rc[-.]?\d+/i.exec(title)?.[0] ?? id;
}

/** Title and id as words, apart. */
export function wordsOf({ id, title }: Named): string {
  return `${title} | ${id.replaceAll('-', ' ')}`.toLowerCase();
}
