// The fact `evidence`: whether the things are there that show that steps of a release day are done.
import { type Evidence, type FoundEvidence, parseEvidence } from '../../domain/proof.ts';
import { tagsOf } from '../../domain/tags-of.ts';
import { failureWords } from '../failure.ts';
import { valueAt } from '../graphql.ts';
import { sideBySide } from '../side-by-side.ts';
import { type FactSource, type Look, known } from './fact.ts';
import { NAME_LIST, aliases, namedBy } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Of everything that was asked for, by name. */
    readonly evidence: readonly FoundEvidence[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    /** Names of things to look for, as `evidenceName` writes them. */
    readonly evidence?: readonly string[] | undefined;
  }
}

type Own = Look<'evidence'>;

type Found = FoundEvidence['found'];

/** A workflow and a page each take a request, which all names of one commit share. */
export const evidence: FactSource<'evidence', 'evidence'> = {
  question: 'evidence',
  facts: ['evidence'],
  permission: 'contents: read',
  after: ['publications'],
  isKept: true,
  ...NAME_LIST,
  fields: (names) => {
    const tags = tagsIn(names);
    return {
      parts: aliases('proofTag', tags).map(
        (alias) =>
          `${alias}: ref(qualifiedName: $${alias}) { name target { oid ... on Tag { target { oid } } } }`,
      ),
      variables: namedBy(
        'proofTag',
        tags.map((tag) => `refs/tags/${tag}`),
      ),
    };
  },
  read: async (look) => {
    const runs = new Map<string, Promise<readonly RawRun[]>>();
    const all = look.question.map((name) => async (): Promise<FoundEvidence> => ({
      name,
      found: await findOne(name, look, runs),
    }));
    return { evidence: known(await sideBySide(all)) };
  },
};

/** Never rejects: what can't be read says why. */
async function findOne(
  name: string,
  look: Own,
  runs: Map<string, Promise<readonly RawRun[]>>,
): Promise<Found> {
  const one = parseEvidence(name);
  if (one === undefined) return { known: false, why: 'nobody knows what that is' };
  try {
    return await find(one, look, runs);
  } catch (error) {
    return { known: false, why: failureWords(error) };
  }
}

async function find(one: Evidence, look: Own, runs: Map<string, Promise<readonly RawRun[]>>): Promise<Found> {
  if (one.kind === 'page') return findPage(one.page, look);
  if (one.kind === 'release') return findRelease(one.version, look);
  const tag = findTag(one.version, look);
  if (one.kind === 'tag') return known({ isThere: tag !== undefined });
  if (tag === undefined) return known({ isThere: false });
  const before = runs.get(tag) ?? readRuns(tag, look);
  runs.set(tag, before);
  return succeeded(await before, one.file);
}

async function findPage(page: string, { setting: { channels } }: Own): Promise<Found> {
  if (channels === undefined) return { known: false, why: 'this run opens no pages' };
  return known({ isThere: (await channels.unreachable([page])).length === 0, link: page });
}

function findRelease(version: string, { found: { publications } }: Own): Found {
  if (!publications.known) return publications;
  const one = publications.value.find((publication) => publication.version === version);
  if (one === undefined) return { known: false, why: 'this run did not look for it' };
  return known({ isThere: one.published, link: one.url });
}

interface RawTag {
  /** A tag with a message has an object of its own, which points to the commit. */
  readonly target: { readonly oid: string; readonly target?: { readonly oid: string } } | null;
}

/** The commit that the tag is on; undefined: there is no tag. */
function findTag(version: string, { answer, asked }: Own): string | undefined {
  const all = tagsIn(asked);
  const found = aliases('proofTag', tagsOf(version), all).flatMap((alias) => {
    const target = (valueAt(answer, alias) as RawTag | null)?.target;
    return target?.target?.oid ?? target?.oid ?? [];
  });
  return found[0];
}

function tagsIn(names: readonly string[]): string[] {
  const versions = names.map(parseEvidence).flatMap((one) => {
    return one?.kind === 'tag' || one?.kind === 'workflow' ? [one.version] : [];
  });
  return [...new Set(versions.flatMap(tagsOf))];
}

interface RawRun {
  readonly path: string;
  readonly status: string | null;
  readonly conclusion: string | null;
  readonly html_url: string;
  readonly repository: { readonly id: number | bigint };
  readonly head_repository: { readonly id: number | bigint } | null;
}

/** Newest first. Those beyond are of workflows that began long before. */
async function readRuns(
  commit: string,
  { github: { request, owner, repo } }: Own,
): Promise<readonly RawRun[]> {
  const { data } = await request('GET /repos/{owner}/{repo}/actions/runs', {
    owner,
    repo,
    head_sha: commit,
    per_page: 100,
  });
  return data.workflow_runs;
}

/** A run of a fork says nothing of this repository. */
function succeeded(runs: readonly RawRun[], file: string): Found {
  const newest = runs.find(
    ({ path, repository, head_repository: head }) =>
      path.replace(/@.*$/, '').split('/').at(-1) === file && head?.id === repository.id,
  );
  if (newest === undefined) return known({ isThere: false });
  const isThere = newest.status === 'completed' && newest.conclusion === 'success';
  return known({ isThere, link: newest.html_url });
}
