// The fact `slipPulls`: open pull requests of ours that move dates, with their text, file and commits, in the one query.
import * as z from 'zod';
import type { SlipPull, UnreadSlipPull } from '../../domain/slip-pull.ts';
import { type Author, isBot, loginOf } from '../accounts.ts';
import { type PartialAnswer, holesBelow } from '../graphql.ts';
import { type LastEdit } from '../own-text.ts';
import { type FactSource, type Look, known } from './fact.ts';
import { NAME } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Those asked for that are open; what could not be read says why. */
    readonly slipPulls: readonly (SlipPull | UnreadSlipPull)[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** Pull requests that the first request of the run listed. */
    readonly slipPulls?: readonly AskedSlip[] | undefined;
  }
}

export interface AskedSlip {
  readonly number: number;
  /** Of the config. */
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
  bare: [],
  shape: z.array(z.strictObject({ number: z.int().positive(), path: NAME })).max(50),
  join: (a, b) => [...a, ...b.filter((one) => !a.some((other) => isSame(one, other)))],
  count: (asked) => asked.length,
  fields: (asked) => ({
    parts: asked.map(
      ({ number }, index) =>
        `slip${index}: pullRequest(number: ${number}) { ${fieldsWith(`slipPath${index}`)} }`,
    ),
    variables: Object.fromEntries(asked.map(({ path }, index) => [`slipPath${index}`, path])),
  }),
  read: (look) => ({
    slipPulls: known(
      look.question.flatMap((one) =>
        decode(
          one,
          look.asked.findIndex((other) => isSame(one, other)),
          look,
        ),
      ),
    ),
  }),
};

function isSame(a: AskedSlip, b: AskedSlip): boolean {
  return a.number === b.number && a.path === b.path;
}

/** `path`: the name of a variable. */
function fieldsWith(path: string): string {
  return `state body lastEditedAt editor { __typename login } author { __typename login }
      isCrossRepository headRefName
      tip: commits(last: 1) { nodes { commit { file(path: $${path}) { oid } } } }
      commits(last: ${COMMITS}) { totalCount nodes { commit {
        author { name user { login } } parents(first: 1) { totalCount }
      } } }`;
}

/** One that is closed by now, or is not ours after all, is not there. */
function decode(
  { number }: AskedSlip,
  index: number,
  { answer, setting: { accounts } }: Look<'slipPulls'>,
): (SlipPull | UnreadSlipPull)[] {
  const name = `slip${index}`;
  const raw = answer.data[name] as RawSlip | null | undefined;
  const why = whyUnread(answer, name);
  if (why !== undefined) return [{ number, unread: why }];
  if (raw === null || raw === undefined) return [{ number, unread: 'GitHub gave nothing' }];
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
