// The fact `copies`: files with dates of a release, read when they or the dates have changed, elsewhere once a day.
import * as z from 'zod';
import { type AskedCopy, type ReadCopy, copyKey } from '../../domain/copies.ts';
import { isSameRepository } from '../../domain/other-repository.ts';
import { needsReading } from '../../memory/copies-memory.ts';
import { askFields } from '../ask-at-once.ts';
import { failureWords } from '../failure.ts';
import { type PartialAnswer, valueAt } from '../graphql.ts';
import { withOwnToken } from '../reach.ts';
import { sideBySide } from '../side-by-side.ts';
import { reasonOf } from './elsewhere/reason-of.ts';
import { type Fields, type FactSource, type Look, known } from './fact.ts';
import { NAME, aliases, namedBy } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Those that were read in this run, or could not be; of all others the last look holds. */
    readonly copies: readonly ReadCopy[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    readonly copies?: readonly AskedCopy[] | undefined;
  }
}

/** Bytes of a file: more are not asked for twice. */
const LARGEST = 512 * 1024;

/** A file of another repository takes a part of a request. */
const COST = 2;

export const copies: FactSource<'copies', 'copies'> = {
  question: 'copies',
  facts: ['copies'],
  permission: 'contents: read',
  after: ['ownIssues'],
  bare: [],
  shape: z
    .array(
      z.strictObject({
        repository: NAME.optional(),
        branch: NAME.optional(),
        path: NAME,
        issue: NAME,
        schedule: NAME,
        day: NAME,
      }),
    )
    .max(1000),
  join: (a, b) => [
    ...a,
    ...b.filter((one) => !a.some((other) => other.issue === one.issue && isSame(other, one))),
  ],
  count: (asked) => asked.length * COST,
  fields: (asked) => {
    const own = expressionsOf(asked.filter(isOwn));
    return {
      parts: aliases('ownCopy', own).map(
        (alias) => `${alias}: object(expression: $${alias}) { ... on Blob { oid } }`,
      ),
      variables: namedBy('ownCopy', own),
    };
  },
  read: async (look) => {
    const { question, found } = look;
    if (!found.ownIssues.known) return { copies: found.ownIssues };
    const issues = found.ownIssues.value;
    const wanted = question.filter((asked) => needsReading(asked, issues, oidOf(asked, look)));
    const names = [...new Set(wanted.map(({ repository = '' }) => repository.toLowerCase()))];
    const read = await sideBySide(
      names.map(
        (name) => () =>
          readFrom(
            name,
            wanted.filter((one) => (one.repository ?? '').toLowerCase() === name),
            look,
          ),
      ),
    );
    return { copies: known(read.flat()) };
  },
};

function isOwn({ repository }: AskedCopy): boolean {
  return repository === undefined;
}

function isSame(a: AskedCopy, b: AskedCopy): boolean {
  return copyKey(a) === copyKey(b);
}

function expressionsOf(asked: readonly AskedCopy[]): string[] {
  return [...new Set(asked.map(({ branch = 'HEAD', path }) => `${branch}:${path}`))];
}

/** What the one query says of a file of this repository; undefined for one that is not there. */
function oidOf(asked: AskedCopy, { answer, asked: all }: Look<'copies'>): string | undefined {
  if (!isOwn(asked)) return undefined;
  const own = expressionsOf(all.filter(isOwn));
  const alias = aliases('ownCopy', own)[own.indexOf(expressionsOf([asked])[0] ?? '')] ?? '';
  const blob = valueAt(answer, alias) as { readonly oid?: string } | null;
  return blob?.oid;
}

const WHO: Fields = { parts: ['nameWithOwner', 'isPrivate'], variables: {} };

/** All files of one repository in one request. Never rejects: what can't be read says why. */
async function readFrom(
  name: string,
  asked: readonly AskedCopy[],
  look: Look<'copies'>,
): Promise<ReadCopy[]> {
  const { github, setting } = look;
  const [owner = '', repo = ''] = name === '' ? [github.owner, github.repo] : name.split('/');
  const none = (unread: 'moved' | 'private' | ReturnType<typeof reasonOf>, why: string): ReadCopy[] =>
    asked.map((one) => ({ ...placeOf(one), unread, why }));
  try {
    const reach = name === '' ? undefined : (setting.reach ?? withOwnToken(github));
    const reached = reach === undefined ? { github } : await reach({ owner, repo });
    if ('reason' in reached) return none(reached.reason, reached.why);
    const expressions = expressionsOf(asked);
    const answer = await askFields(reached.github, [WHO, textFields(expressions)]);
    const movedTo = String(valueAt(answer, 'nameWithOwner'));
    if (!isSameRepository(movedTo, `${owner}/${repo}`)) return none('moved', `it is ${movedTo} now`);
    const isGuest = 'isGuest' in reached && reached.isGuest;
    if (isGuest && valueAt(answer, 'isPrivate') !== false)
      return none('private', 'it is private, and belongs to another owner');
    return asked.map((one) => readOne(one, expressions, answer));
  } catch (error) {
    return none(reasonOf(error), failureWords(error));
  }
}

function placeOf({
  repository,
  branch,
  path,
  issue,
}: AskedCopy): Pick<AskedCopy, 'repository' | 'branch' | 'path' | 'issue'> {
  return { repository, branch, path, issue };
}

function textFields(expressions: readonly string[]): Fields {
  return {
    parts: aliases('copy', expressions).map(
      (alias) =>
        `${alias}: object(expression: $${alias}) { ... on Blob { oid byteSize isBinary isTruncated text } }`,
    ),
    variables: namedBy('copy', expressions),
  };
}

interface RawBlob {
  readonly oid?: string;
  readonly byteSize?: number;
  readonly isBinary?: boolean | null;
  readonly isTruncated?: boolean;
  readonly text?: string | null;
}

function readOne(asked: AskedCopy, expressions: readonly string[], answer: PartialAnswer): ReadCopy {
  const place = placeOf(asked);
  const alias = aliases('copy', expressions)[expressions.indexOf(expressionsOf([asked])[0] ?? '')] ?? '';
  try {
    const blob = valueAt(answer, alias) as RawBlob | null;
    if (blob?.oid === undefined) return { ...place, unread: 'no-file', why: 'there is no such file' };
    const { oid, byteSize = 0, isBinary, isTruncated, text } = blob;
    if (isTruncated === true || byteSize > LARGEST)
      return { ...place, unread: 'large', why: 'it has more than 512 KB' };
    if (isBinary === true || typeof text !== 'string')
      return { ...place, unread: 'binary', why: 'it is no text' };
    return { ...place, text, oid };
  } catch (error) {
    return { ...place, unread: reasonOf(error), why: failureWords(error) };
  }
}
