// The fact `slipPulls`: open pull requests of ours that move dates, with their text, file and commits, in the one query.
import * as z from 'zod';
import type { SlipEdit, SlipEditor, SlipPull, UnreadSlipPull } from '../../domain/slip-pull.ts';
import { slipChanges } from '../../memory/slip-changes.ts';
import { type Author, isBot, loginOf } from '../accounts.ts';
import { failureWords } from '../failure.ts';
import { type PartialAnswer, holesBelow } from '../graphql.ts';
import { isHeld } from '../held.ts';
import { EDIT_FIELDS, type LastEdit, type RawEdit } from '../own-text.ts';
import { present } from '../present.ts';
import { type RightsReader, rightsReader } from './commands/rights.ts';
import { type FactSource, type Look, known } from './fact.ts';
import { NAME, NAME_LIST } from './name-list.ts';

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
  /** GitHub teams that hold a role, as `acme/api`: who changed a checkbox may be in one. */
  readonly teams: readonly string[];
}

/** Commits that are looked at. relcomms makes one for each answer; of more nobody knows whose they are. */
const COMMITS = 50;

/** Versions of a text that are looked at. Who changed a checkbox before them is unknown. */
const EDITS = 20;

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
  readonly userContentEdits: { readonly nodes: readonly (RawEdit | null)[] | null } | null;
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
  shape: z.array(z.strictObject({ number: z.int().positive(), path: NAME, teams: NAME_LIST.shape })).max(50),
  join: (a, b) => [...a, ...b.filter((one) => !a.some((other) => isSame(one, other)))],
  count: (asked) => asked.length,
  fields: (asked) => ({
    parts: asked.map(
      ({ number }, index) =>
        `slip${index}: pullRequest(number: ${number}) { ${fieldsWith(`slipPath${index}`)} }`,
    ),
    variables: Object.fromEntries(asked.map(({ path }, index) => [`slipPath${index}`, path])),
  }),
  read: async (look) => {
    const found: (SlipPull | UnreadSlipPull)[] = [];
    for (const one of look.question) {
      const index = look.asked.findIndex((other) => isSame(one, other));
      const rights = rightsReader(look.github, one.teams);
      // oxlint-disable-next-line no-await-in-loop -- nearly always without a request
      for (const pull of decode(one, index, look)) found.push(await withEditors(pull, rights));
    }
    return { slipPulls: known(found) };
  },
};

function isSame(a: AskedSlip, b: AskedSlip): boolean {
  return a.number === b.number && a.path === b.path && a.teams.join() === b.teams.join();
}

/** Only those who changed a checkbox that is not answered yet are asked about. */
async function withEditors(
  pull: SlipPull | UnreadSlipPull,
  rights: RightsReader,
): Promise<SlipPull | UnreadSlipPull> {
  if ('unread' in pull) return pull;
  const editors: SlipEditor[] = [];
  try {
    for (const login of new Set(slipChanges(pull).flatMap(({ by }) => by ?? [])))
      // oxlint-disable-next-line no-await-in-loop -- few people answer at once
      editors.push({ login, ...(await rights(login)) });
    return { ...pull, editors };
  } catch (error) {
    if (isHeld(error)) throw error;
    return { number: pull.number, unread: failureWords(error) };
  }
}

/** `path`: the name of a variable. */
function fieldsWith(path: string): string {
  return `state body lastEditedAt editor { __typename login } author { __typename login }
      isCrossRepository headRefName
      userContentEdits(first: ${EDITS}) { ${EDIT_FIELDS} }
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
  const edits = present(raw.userContentEdits?.nodes).map((edit) => editOf(edit, accounts));
  const editedBy = editorOf(raw, accounts);
  return [{ number, branch, body, editedBy, edits, editors: [], file: tip.commit.file?.oid, commits }];
}

function editOf({ diff, deletedAt, editor }: RawEdit, accounts: readonly string[]): SlipEdit {
  return {
    by: editor?.__typename === 'User' ? editor.login : undefined,
    isOurs: accounts.includes(loginOf(editor) ?? ''),
    body: deletedAt === null ? (diff ?? undefined) : undefined,
  };
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
