// The fact `files`: which files are on which branches, and whether the default branch takes a commit at all.
import * as z from 'zod';
import type { BranchFile } from '../../domain/observed.ts';
import { valueAt } from '../graphql.ts';
import { type FactSource, type Look, known } from './fact.ts';
import { NAME } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** The places asked for. */
    readonly files: readonly BranchFile[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** Places of files on branches. */
    readonly files?: readonly AskedFile[] | undefined;
  }
}

export interface AskedFile {
  readonly branch: string;
  readonly path: string;
}

interface RawDefault {
  readonly name: string;
  readonly refUpdateRule: {
    readonly requiredApprovingReviewCount: number | null;
    readonly requiredStatusCheckContexts: readonly (string | null)[] | null;
  } | null;
  /** Of rulesets, which `refUpdateRule` does not show; null where GitHub does not say. */
  readonly rules: { readonly nodes: readonly ({ readonly type: string } | null)[] | null } | null;
}

export const files: FactSource<'files', 'files'> = {
  question: 'files',
  facts: ['files'],
  permission: 'contents: read',
  bare: [],
  shape: z.array(z.strictObject({ branch: NAME, path: NAME })).max(1000),
  join: (a, b) => [...a, ...b.filter((file) => !a.some((other) => isSame(file, other)))],
  count: (asked) => asked.length,
  fields: fieldsOf,
  read: (look) => ({ files: known(decode(look)) }),
};

function isSame(a: AskedFile, b: AskedFile): boolean {
  return a.branch === b.branch && a.path === b.path;
}

function fieldsOf(asked: readonly AskedFile[]) {
  const rule =
    'refUpdateRule { requiredApprovingReviewCount requiredStatusCheckContexts } rules(first: 100) { nodes { type } }';
  return {
    parts: [
      ...(asked.length === 0 ? [] : [`fileDefault: defaultBranchRef { name ${rule} }`]),
      ...asked.map((_, index) => `file${index}: object(expression: $file${index}) { ... on Blob { oid } }`),
    ],
    variables: Object.fromEntries(
      asked.map(({ branch, path }, index) => [`file${index}`, `refs/heads/${branch}:${path}`]),
    ),
  };
}

function decode({ answer, question, asked }: Look<'files'>): BranchFile[] {
  if (question.length === 0) return [];
  const main = valueAt(answer, 'fileDefault') as RawDefault | null;
  return question.map((file) => {
    const { branch, path } = file;
    const blob = valueAt(answer, `file${asked.findIndex((other) => isSame(other, file))}`) as {
      readonly oid?: string;
    } | null;
    return {
      branch,
      path,
      oid: blob?.oid,
      isProtectedDefault: main?.name === branch && takesPullsOnly(main),
    };
  });
}

/** Rules by which a branch takes no commit as it comes. */
const CLOSING = [
  'PULL_REQUEST',
  'REQUIRED_STATUS_CHECKS',
  'MERGE_QUEUE',
  'UPDATE',
  'LOCK_BRANCH',
  'WORKFLOWS',
];

/** Throws where GitHub does not show its rules: that is not to have none. */
function takesPullsOnly({ refUpdateRule: rule, rules }: RawDefault): boolean {
  const reviews = rule?.requiredApprovingReviewCount ?? 0;
  if (reviews > 0 || (rule?.requiredStatusCheckContexts ?? []).length > 0) return true;
  if (rules === null || rules.nodes === null)
    throw new Error('GitHub does not show the rules of the default branch');
  return rules.nodes.some((one) => one === null || CLOSING.includes(one.type));
}
