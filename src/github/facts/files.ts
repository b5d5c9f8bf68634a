// The fact `files`: files on branches, with their texts where asked, and whether the default branch takes a commit at all.
import * as z from 'zod';
import type { Known } from '../../domain/known.ts';
import type { BranchFile } from '../../domain/observed.ts';
import { failureWords } from '../failure.ts';
import { valueAt } from '../graphql.ts';
import { sideBySide } from '../side-by-side.ts';
import { type FactSource, type Look, known } from './fact.ts';
import { NAME } from './name-list.ts';
import { type RawText, TEXT_FIELDS, textOfBlob } from './read-long-text.ts';

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
  /** Absent: the default branch. */
  readonly branch?: string | undefined;
  readonly path: string;
  /** Its text is read, too. */
  readonly text?: true | undefined;
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
  shape: z
    .array(z.strictObject({ branch: NAME.optional(), path: NAME, text: z.literal(true).optional() }))
    .max(1000),
  join,
  count: (asked) => asked.length,
  fields: fieldsOf,
  read: async (look) => ({ files: known(await decode(look)) }),
};

/** Who asks for a text asks for the file, too. */
function join(a: readonly AskedFile[], b: readonly AskedFile[]): AskedFile[] {
  const withText = a.map((file) =>
    b.some((other) => other.text === true && isSame(file, other)) ? { ...file, text: true as const } : file,
  );
  return [...withText, ...b.filter((file) => !a.some((other) => isSame(file, other)))];
}

function isSame(a: Pick<AskedFile, 'branch' | 'path'>, b: Pick<AskedFile, 'branch' | 'path'>): boolean {
  return a.branch === b.branch && a.path === b.path;
}

function fieldsOf(asked: readonly AskedFile[]) {
  const rule =
    'refUpdateRule { requiredApprovingReviewCount requiredStatusCheckContexts } rules(first: 100) { nodes { type } }';
  return {
    parts: [
      ...(asked.length === 0 ? [] : [`fileDefault: defaultBranchRef { name ${rule} }`]),
      ...asked.map((_, index) => `file${index}: object(expression: $file${index}) { ... on Blob { oid } }`),
      // What is wrong with a text is not wrong with the file.
      ...asked.flatMap(({ text }, index) =>
        text === true
          ? [`fileText${index}: object(expression: $file${index}) { ... on Blob { ${TEXT_FIELDS} } }`]
          : [],
      ),
    ],
    variables: Object.fromEntries(
      asked.map(({ branch, path }, index) => [
        `file${index}`,
        `${branch === undefined ? 'HEAD' : `refs/heads/${branch}`}:${path}`,
      ]),
    ),
  };
}

async function decode(look: Look<'files'>): Promise<BranchFile[]> {
  const { answer, question, asked } = look;
  if (question.length === 0) return [];
  const main = valueAt(answer, 'fileDefault') as RawDefault | null;
  return await sideBySide(
    question.map((file) => async (): Promise<BranchFile> => {
      const { branch, path } = file;
      const index = asked.findIndex((other) => isSame(other, file));
      const blob = valueAt(answer, `file${index}`) as { readonly oid?: string } | null;
      return {
        branch,
        path,
        oid: blob?.oid,
        isProtectedDefault: main !== null && main.name === branch && takesPullsOnly(main),
        ...(file.text === true ? { text: await textIn(look, `fileText${index}`, blob?.oid) } : {}),
      };
    }),
  );
}

/** Of the very bytes that `oid` names. */
async function textIn(
  { answer, github }: Look<'files'>,
  name: string,
  oid: string | undefined,
): Promise<Known<string | undefined>> {
  try {
    const blob = valueAt(answer, name) as RawText | null;
    if (blob?.oid !== oid) return unknown('it changed while it was read');
    return blob === null ? known(undefined) : await textOfBlob(github, blob);
  } catch (error) {
    return unknown(failureWords(error));
  }
}

function unknown(why: string): Known<never> {
  return { known: false, why };
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
