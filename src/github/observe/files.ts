// Reads which files are on which branches, and whether the default branch takes a commit at all.
import type { BranchFile } from '../../domain/observed.ts';
import type { PartialAnswer } from '../graphql.ts';

interface AskedFile {
  readonly branch: string;
  readonly path: string;
}

interface RawDefault {
  readonly name: string;
  readonly refUpdateRule: {
    readonly requiredApprovingReviewCount: number | null;
    readonly requiredStatusCheckContexts: readonly (string | null)[] | null;
  } | null;
}

/** Fields of the repository and their variables. */
export function fileFields(files: readonly AskedFile[]) {
  const rule = 'refUpdateRule { requiredApprovingReviewCount requiredStatusCheckContexts }';
  return {
    parts: [
      ...(files.length === 0 ? [] : [`fileDefault: defaultBranchRef { name ${rule} }`]),
      ...files.map((_, index) => `file${index}: object(expression: $file${index}) { ... on Blob { oid } }`),
    ],
    variables: Object.fromEntries(
      files.map(({ branch, path }, index) => [`file${index}`, `refs/heads/${branch}:${path}`]),
    ),
    names: files.length === 0 ? [] : ['fileDefault', ...files.map((_, index) => `file${index}`)],
  };
}

export function decodeFiles(answer: PartialAnswer, files: readonly AskedFile[]): BranchFile[] {
  const main = (answer.data['fileDefault'] ?? null) as RawDefault | null;
  return files.map(({ branch, path }, index) => {
    const blob = answer.data[`file${index}`] as { readonly oid?: string } | null;
    return {
      branch,
      path,
      oid: blob?.oid,
      isProtectedDefault: main?.name === branch && takesPullsOnly(main),
    };
  });
}

function takesPullsOnly({ refUpdateRule: rule }: RawDefault): boolean {
  const reviews = rule?.requiredApprovingReviewCount ?? 0;
  return reviews > 0 || (rule?.requiredStatusCheckContexts ?? []).length > 0;
}
