// The fact `publications`: whether versions are out, with the tag and a GitHub release for it that is neither a draft nor a pre-release.
import type { Publication } from '../../domain/observed.ts';
import { tagsOf } from '../../domain/tags-of.ts';
import { valueAt } from '../graphql.ts';
import { type FactSource, type Look, known } from './fact.ts';
import { NAME_LIST } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Of the versions asked for. */
    readonly publications: readonly Publication[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** Versions whose tag and GitHub release matter. */
    readonly publications?: readonly string[] | undefined;
  }
}

interface RawRelease {
  readonly url: string;
  readonly isDraft: boolean;
  readonly isPrerelease: boolean;
}

export const publications: FactSource<'publications', 'publications'> = {
  question: 'publications',
  facts: ['publications'],
  permission: 'contents: read',
  ...NAME_LIST,
  fields,
  read: (look) => ({ publications: known(decode(look)) }),
};

function fields(versions: readonly string[]) {
  const tags = versions.flatMap(tagsOf);
  return {
    parts: tags.flatMap((_, index) => [
      `release${index}: release(tagName: $tag${index}) { url isDraft isPrerelease }`,
      `ref${index}: ref(qualifiedName: $ref${index}) { name }`,
    ]),
    variables: Object.fromEntries(
      tags.flatMap((tag, index) => [
        [`tag${index}`, tag],
        [`ref${index}`, `refs/tags/${tag}`],
      ]),
    ),
  };
}

function decode({ answer, question, asked }: Look<'publications'>): Publication[] {
  const tags = asked.flatMap(tagsOf);
  return question.map((version) => {
    const found = tagsOf(version).map((tag) => {
      const release = valueAt(answer, `release${tags.indexOf(tag)}`) as RawRelease | null;
      const isTagged = valueAt(answer, `ref${tags.indexOf(tag)}`) !== null;
      return { url: release?.url ?? '', missing: missingOf(version, release, isTagged) };
    });
    const out = found.find(({ missing }) => missing === undefined);
    if (out !== undefined) return { version, published: true, url: out.url };
    const nearest = ORDER.find((one) => found.some(({ missing }) => missing === one)) ?? 'tag';
    return { version, published: false, missing: nearest, url: '' };
  });
}

/** What is nearest to being out comes first. */
const ORDER = ['pre-release', 'draft', 'release', 'tag'] as const;

function missingOf(version: string, release: RawRelease | null, isTagged: boolean): Publication['missing'] {
  if (release?.isDraft === true) return 'draft';
  if (!isTagged) return 'tag';
  if (release === null) return 'release';
  return release.isPrerelease && !isPrerelease(version) ? 'pre-release' : undefined;
}

/** `1.14.0-rc.1`: what stands behind a hyphen, as in semantic versions. */
function isPrerelease(version: string): boolean {
  return version.includes('-');
}
