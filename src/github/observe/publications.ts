// Reads whether versions are out: the tag, and a GitHub release for it that is no draft.
import type { Publication } from '../../domain/observed.ts';
import type { PartialAnswer } from '../graphql.ts';

interface RawRelease {
  readonly url: string;
  readonly isDraft: boolean;
}

/** Tags carry the version with or without a `v` in front. */
export function tagsOf(version: string): string[] {
  return /^v\d/.test(version) ? [version] : [`v${version}`, version];
}

/** Fields of the repository and their variables. */
export function publicationFields(versions: readonly string[]) {
  const tags = versions.flatMap(tagsOf);
  return {
    parts: tags.flatMap((_, index) => [
      `release${index}: release(tagName: $tag${index}) { url isDraft }`,
      `ref${index}: ref(qualifiedName: $ref${index}) { name }`,
    ]),
    variables: Object.fromEntries(
      tags.flatMap((tag, index) => [
        [`tag${index}`, tag],
        [`ref${index}`, `refs/tags/${tag}`],
      ]),
    ),
    names: tags.flatMap((_, index) => [`release${index}`, `ref${index}`]),
  };
}

export function decodePublications(answer: PartialAnswer, versions: readonly string[]): Publication[] {
  let index = 0;
  return versions.map((version) => {
    const found = tagsOf(version).map(() => {
      const release = answer.data[`release${index}`] as RawRelease | null;
      const tag = answer.data[`ref${index}`];
      index += 1;
      return release !== null && !release.isDraft && tag !== null ? release.url : undefined;
    });
    const url = found.find((one) => one !== undefined);
    return { version, published: url !== undefined, url: url ?? '' };
  });
}
