// Puts the sections that duties keep in each other's issues into the documents of those issues.
import type { DesiredSection } from '../domain/desired.ts';
import type { BodyBlock, BodyDocument } from '../domain/issue-body.ts';
import type { OwnIssue } from '../domain/observed.ts';
import { findBlock } from '../body/body-lines.ts';
import { splitLines } from '../body/split-lines.ts';
import { mergeBody } from '../body/merge-body.ts';
import { canonical } from './canonical.ts';
import type { Wanted } from './desire.ts';

/** GitHub takes 65,536 characters; what people add meanwhile needs room too. */
const LIMIT = 64_000;

/**
 * Each section becomes a block behind the first two of its issue, where it is and what is to be done; a headline stands between them. An empty one clears what stood there and makes
 * nothing new. One that the issue has no room for counts as empty: the issue itself matters more.
 */
export function withSections(wanted: readonly Wanted[], issues: readonly OwnIssue[]): readonly Wanted[] {
  const sections = wanted.flatMap(({ desired }) => (desired.kind === 'section' ? [desired] : []));
  if (sections.length === 0) return wanted;
  return wanted.map((wish) => {
    if (wish.desired.kind !== 'issue') return wish;
    const { key, body } = wish.desired;
    const current = canonical(issues, key)?.body ?? '';
    const own = sections
      .filter(({ issue }) => issue === key)
      .toSorted((a, b) => Number(a.isHeadline ?? false) - Number(b.isHeadline ?? false));
    return { ...wish, desired: { ...wish.desired, body: own.reduce(withSection(current), body) } };
  });
}

function withSection(current: string) {
  return (document: BodyDocument, { name, text, isHeadline = false }: DesiredSection): BodyDocument => {
    const place = isHeadline ? 1 : 2;
    const longer = withBlock(document, { kind: 'block', name, text }, place);
    if (text !== '' && mergeBody(current, longer).length <= LIMIT) return longer;
    const stands = findBlock(splitLines(current), name) !== undefined;
    return stands ? withBlock(document, { kind: 'block', name, text: '' }, place) : document;
  };
}

/** Sections come first and headlines last, so that places don't move. */
function withBlock(document: BodyDocument, block: BodyBlock, place: number): BodyDocument {
  const { parts } = document;
  return { ...document, parts: [...parts.slice(0, place), block, ...parts.slice(place)] };
}
