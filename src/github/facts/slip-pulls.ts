// The fact `slipPulls`: open pull requests of ours that move dates, with their text, file and commits, in the one query.
import * as z from 'zod';
import type { SlipPull, UnreadSlipPull } from '../../domain/slip-pull.ts';
import { type Author, isBot, loginOf } from '../accounts.ts';
import { type PartialAnswer, holesBelow } from '../graphql.ts';
import { type LastEdit } from '../own-text.ts';
import { type FactSource, type Look, known } from './fact.ts';
import { NAME, union } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Those asked for that are open; what could not be read says why. */
    readonly slipPulls: readonly (SlipPull | UnreadSlipPull)[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** Numbers of pull requests that the first request of the run listed, and the path of the config. */
    readonly slipPulls?: AskedSlips | undefined;
  }
}

export interface AskedSlips {
  readonly numbers: readonly number[];
  readonly path: string;
}

/** Commits that are looked at. relcomms makes one for each answer; of more nobody knows whose they are. */
const COMMITS = 50;

interface RawCommit {
  readonly author: { readonly name: string | null; readonly user: { readonly login: string } | null } | null;
  readonly parents: { readonly totalCount: number };
}

interface RawSlip extends LastEdit {
  readonly state: string;
  readonly body: string;
  readonly isCrossRepository: boolean;
  readonly headRefName: string;
  readonly author: Author | null;
  readonly tip: Nodes<{ readonly file: { readonly oid: string } | null }>;
  readonly commits: Nodes<RawCommit> & { readonly totalCount: number };
}

interface Nodes<C> {
  readonly nodes: readonly ({ readonly commit: C } | null)[] | null;
}

export const slipPulls: FactSource<'slipPulls', 'slipPulls'> = {
  question: 'slipPulls',
  facts: ['slipPulls'],
  permission: 'pull_requests: read',
  bare: { numbers: [], path: '' },
  shape: z.strictObject({ numbers: z.array(z.int().positive()).max(50), path: NAME }),
  join: (a, b) => ({ numbers: union(a.numbers, b.numbers), path: a.path === '' ? b.path : a.path }),
  count: ({ numbers }) => numbers.length,
  fields: ({ numbers, path }) => ({
    parts: numbers.map((number) => `${nameOf(number)}: pullRequest(number: ${number}) { ${FIELDS} }`),
    variables: numbers.length === 0 ? {} : { slipPath: path },
  }),
  read: (look) => ({ slipPulls: known(look.question.numbers.flatMap((number) => decode(number, look))) }),
};

const FIELDS = `state body lastEditedAt editor { __typename login } author { __typename login }
      isCrossRepository headRefName
      tip: commits(last: 1) { nodes { commit { file(path: $slipPath) { oid } } } }
      commits(last: ${COMMITS}) { totalCount nodes { commit {
        author { name user { login } } parents(first: 1) { totalCount }
      } } }`;

function nameOf(number: number): string {
  return `slip${number}`;
}

/** One that is closed by now, or is not ours after all, is not there. */
function decode(
  number: number,
  { answer, setting: { accounts } }: Look<'slipPulls'>,
): (SlipPull | UnreadSlipPull)[] {
  const raw = answer.data[nameOf(number)] as RawSlip | null | undefined;
  const unread =
    whyUnread(answer, nameOf(number)) ?? (raw === null || raw === undefined ? 'GitHub gave none' : '');
  if (unread !== '' || raw === null || raw === undefined) return [{ number, unread }];
  const isOurs = accounts.includes(loginOf(raw.author) ?? '');
  if (raw.state !== 'OPEN' || raw.isCrossRepository || !isOurs) return [];
  const tip = raw.tip.nodes?.[0];
  if (tip === null || tip === undefined) return [{ number, unread: 'GitHub gave no newest commit' }];
  const { headRefName: branch, body } = raw;
  const commits = commitsOf(raw, accounts);
  return [{ number, branch, body, editedBy: editorOf(raw, accounts), file: tip.commit.file?.oid, commits }];
}

/** Half a pull request is none: a hole anywhere in it may be what matters. */
function whyUnread({ failed, holes = [] }: PartialAnswer, name: string): string | undefined {
  return failed.get(name) ?? failed.get('*') ?? holesBelow(holes, name)[0]?.why;
}

/** Who edits the text of a pull request has write access, or is its author; a program need not be asked for it. */
function editorOf({ lastEditedAt, editor }: LastEdit, accounts: readonly string[]): SlipPull['editedBy'] {
  if (lastEditedAt === null || accounts.includes(loginOf(editor) ?? '')) return 'us';
  return editor?.__typename === 'User' ? 'person' : 'stranger';
}

function commitsOf(
  { commits: { totalCount, nodes } }: RawSlip,
  accounts: readonly string[],
): SlipPull['commits'] {
  const commits = (nodes ?? []).map((node) => node?.commit);
  if (totalCount > commits.length || commits.length === 0) return 'theirs';
  const whose = commits.map((commit) => (commit === undefined ? 'theirs' : whoseIs(commit, accounts)));
  if (whose.includes('theirs')) return 'theirs';
  return whose.includes('unsure') ? 'unsure' : 'ours';
}

/** GitHub names a program in the commit itself; a merge brings commits in that are not of this branch. */
function whoseIs({ author, parents }: RawCommit, accounts: readonly string[]): SlipPull['commits'] {
  if (parents.totalCount > 1) return 'unsure';
  const { name, user } = author ?? {};
  if (isBot(name ?? '') && accounts.includes(name ?? '')) return 'ours';
  return accounts.includes(user?.login ?? '') ? 'unsure' : 'theirs';
}
