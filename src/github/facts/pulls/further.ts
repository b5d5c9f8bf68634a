// Reads what one page of a pull request does not hold: the rest of its files, and which of its checks are required.
import type { GitHub } from '../../client.ts';
import { failureWords, isLimit } from '../../failure.ts';
import { type PartialAnswer, holesBelow, queryRepository } from '../../graphql.ts';
import { sideBySide } from '../../side-by-side.ts';
import { failingName } from './failing-checks.ts';
import { furtherQuery } from './further-query.ts';
import type { RawContext, RawPull } from './pull-fields.ts';

/** Pull requests that one query reads on. */
const AT_ONCE = 20;
/** Pages of one list: GitHub knows no more than 3,000 files, which are 30. */
const MOST_PAGES = 30;

/** What was read of one pull request beside its first page. */
export interface Further {
  readonly files: readonly string[];
  /** Whether these are the last ones. */
  readonly filesComplete: boolean;
  /** Names of failing checks that are required; undefined where that was not asked, or not all of them could be read. */
  readonly requiredFailing?: readonly string[] | undefined;
  /** Why it is not known which of its failing checks are required, where that was asked; absent: it is. */
  readonly requiredUnread?: string | undefined;
}

/** Whom to read on: open ones with more files than one page, and those where failing checks may be required. */
export interface Wanted {
  readonly number: number;
  /** Where the list of files goes on; undefined: it does not. */
  readonly filesAfter?: string | null | undefined;
  readonly contexts: boolean;
}

/** `required` are names of checks that the base branch is known to require; there may be others. */
export function wantedOf(raw: RawPull, required: readonly string[]): Wanted | undefined {
  if (raw.state !== 'OPEN') return undefined;
  const { hasNextPage = false, endCursor } = raw.files?.pageInfo ?? {};
  const filesAfter = hasNextPage ? (endCursor ?? undefined) : undefined;
  const contexts = mayHideRequired(raw, required);
  return filesAfter === undefined && !contexts ? undefined : { number: raw.number, filesAfter, contexts };
}

/** GitHub says `UNSTABLE` when only checks fail that nobody requires. */
function mayHideRequired({ commits, mergeStateStatus }: RawPull, required: readonly string[]): boolean {
  const rollup = commits?.nodes?.[0]?.commit.statusCheckRollup;
  if (rollup === null || rollup === undefined || mergeStateStatus === 'UNSTABLE') return false;
  if (rollup.state !== 'FAILURE' && rollup.state !== 'ERROR') return false;
  const failing = (rollup.contexts?.nodes ?? []).flatMap((context) => context ?? []).flatMap(failingName);
  return !failing.some((name) => required.includes(name));
}

/** By number. What GitHub does not answer stays unread; a limit ends the look. */
export async function readFurther(
  github: GitHub,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<number, Further>> {
  const groups = Array.from({ length: Math.ceil(wanted.length / AT_ONCE) }, (_, group) =>
    wanted.slice(group * AT_ONCE, (group + 1) * AT_ONCE),
  );
  const read = await sideBySide(groups.map((group) => () => readGroup(github, group)));
  return new Map(read.flat());
}

async function readGroup(github: GitHub, wanted: readonly Wanted[]): Promise<[number, Further][]> {
  const found = new Map<number, Further>();
  let open: readonly Reading[] = wanted.map(beginReading);
  for (let page = 1; open.length > 0 && page <= MOST_PAGES; page++) {
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const read = await readPage(github, open);
    for (const one of read) found.set(one.number, furtherOf(one));
    open = read.filter(({ files, contexts }) => files.after !== null || contexts.after !== null);
  }
  return [...found];
}

/** A list that is being read; `after` is null where it has ended, or could not be read. */
interface List<T> {
  readonly after: string | undefined | null;
  readonly items: readonly T[];
  readonly complete: boolean;
}

interface Reading {
  readonly number: number;
  readonly files: List<string>;
  readonly contexts: List<RequiredContext>;
  readonly asksContexts: boolean;
  /** What GitHub said in place of its checks. */
  readonly why?: string | undefined;
}

type RequiredContext = RawContext & { readonly isRequired: boolean };

function beginReading({ number, filesAfter = null, contexts }: Wanted): Reading {
  return {
    number,
    files: { after: filesAfter, items: [], complete: false },
    contexts: { after: contexts ? undefined : null, items: [], complete: false },
    asksContexts: contexts,
  };
}

function furtherOf({ files, contexts, asksContexts, why }: Reading): Further {
  const failing = contexts.items.filter(({ isRequired }) => isRequired).flatMap(failingName);
  const required = contexts.complete
    ? { requiredFailing: [...new Set(failing)] }
    : { requiredUnread: why ?? 'not all of its checks could be read' };
  return { files: files.items, filesComplete: files.complete, ...(asksContexts ? required : {}) };
}

async function readPage(github: GitHub, open: readonly Reading[]): Promise<Reading[]> {
  const { query, variables } = furtherQuery(open);
  let answer: PartialAnswer;
  try {
    answer = await queryRepository(github, query, variables);
  } catch (error) {
    if (isLimit(error)) throw error;
    const why = failureWords(error);
    return open.map((one) => ({ ...one, files: ended(one.files), contexts: ended(one.contexts), why }));
  }
  return open.map((one) => withPage(one, answer));
}

function ended<T>(list: List<T>): List<T> {
  return { ...list, after: null };
}

interface Page<T> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (T | null)[] | null;
}

interface RawFurther {
  readonly files?: Page<{ readonly path: string }> | null;
  readonly commits?: {
    readonly nodes:
      | readonly ({
          readonly commit: {
            readonly statusCheckRollup: { readonly contexts: Page<RequiredContext> | null } | null;
          };
        } | null)[]
      | null;
  } | null;
}

function withPage(one: Reading, { data, holes = [] }: PartialAnswer): Reading {
  const alias = `pull${one.number}`;
  const raw = data[alias] as RawFurther | null | undefined;
  const failed = holesBelow(holes, alias);
  const whyBroken = (field: string) => failed.find(({ path: [at = field] }) => at === field)?.why;
  const contexts = raw?.commits?.nodes?.[0]?.commit.statusCheckRollup?.contexts;
  return {
    ...one,
    files: withNodes(one.files, raw?.files, whyBroken('files') !== undefined, ({ path }) => path),
    contexts: withNodes(one.contexts, contexts, whyBroken('commits') !== undefined, (context) => context),
    why: one.why ?? whyBroken('commits'),
  };
}

/** Null among the nodes is something that GitHub left out: then the list is never complete. */
function withNodes<T, R>(
  list: List<T>,
  page: Page<R> | null | undefined,
  broken: boolean,
  itemOf: (raw: R) => T,
): List<T> {
  if (list.after === null) return list;
  const nodes = page?.nodes ?? undefined;
  if (page === null || page === undefined || nodes === undefined || broken) return ended(list);
  const items = [...list.items, ...nodes.flatMap((node) => (node === null ? [] : [itemOf(node)]))];
  if (nodes.includes(null)) return { after: null, items, complete: false };
  const { hasNextPage, endCursor } = page.pageInfo;
  return { after: hasNextPage ? endCursor : null, items, complete: !hasNextPage };
}
