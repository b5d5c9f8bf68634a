// Merges our words into a body as it stands now, writes it, and gives back what the write ran over.
import type { BodyDocument } from '../../domain/issue-body.ts';
import type { WriteBody } from '../../domain/operation.ts';
import { mergeBody } from '../../text/merge-body.ts';
import { resolveLinks } from '../../text/resolve-links.ts';
import { type Overrun, overrun, restore } from '../../text/overrun.ts';
import { queryRepository } from '../graphql.ts';
import { present } from '../observe/present.ts';
import type { Written } from './outcome.ts';
import { type World, holding, numberOf, resolveIssue } from './world.ts';

/** GitHub's limit for a body, in characters. */
const GITHUB_LIMIT = 65_536;

/** A person would have to edit within the same instant this often in a row for a run to give up. */
const TRIES = 5;

/** Edits to look back through; those before our own read are of no interest. */
const HISTORY = `query RelcommsBody($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) { body userContentEdits(first: 10) { nodes { diff } } }
  }
}`;

interface BodyNow {
  readonly body: string;
  /** Texts of the body after each edit, newest first; empty when it was never edited. */
  readonly history: readonly string[];
}

/**
 * GitHub has no conditional write: what a person saves between our read and our write is overwritten.
 * The edit history shows it, so the body is read once more after the write and their edit is put back.
 */
export async function writeBody(world: World, { issue, body, entry }: WriteBody): Promise<Written> {
  const target = resolveIssue(world, issue);
  if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not opened' };
  const document = resolveLinks(body, (key) => numberOf(world, key));
  return await holding(world, entry, () => mergeInto(world, target.number, document));
}

async function mergeInto(world: World, number: number, document: BodyDocument): Promise<Written> {
  let now = await readBody(world, number);
  let lost: Overrun | undefined;
  let wrote = false;
  let rescued = false;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const next = nextBody(now.body, document, lost, rescued);
    rescued ||= lost !== undefined;
    if (next === now.body) return { outcome: wrote ? 'done' : 'already', number, detail: putBack(rescued) };
    if (next.length > GITHUB_LIMIT)
      return { outcome: 'failed', number, detail: 'the body would be longer than GitHub allows' };
    const { body: base, history: former } = now;
    // oxlint-disable-next-line no-await-in-loop -- each write is checked before the next
    await patchBody(world, number, next);
    wrote = true;
    // oxlint-disable-next-line no-await-in-loop -- see above
    now = await readBody(world, number);
    lost = overrun(now.history, base, next, former);
    if (lost === undefined) return { outcome: 'done', number, detail: putBack(rescued) };
  }
  return {
    outcome: 'failed',
    number,
    detail: 'somebody edits the issue at the same time; the next run goes on',
  };
}

function nextBody(
  current: string,
  document: BodyDocument,
  lost: Overrun | undefined,
  rescued: boolean,
): string {
  return mergeBody(lost === undefined ? current : restore(current, lost, rescued), document);
}

function putBack(rescued: boolean): string | undefined {
  return rescued ? 'an edit made in the same moment was put back' : undefined;
}

async function readBody({ github }: World, number: number): Promise<BodyNow> {
  const { data, failed } = await queryRepository(github, HISTORY, { number });
  const failure = [...failed.values()][0];
  if (failure !== undefined) throw new Error(failure);
  const issue = data['issue'] as {
    body: string;
    userContentEdits: { nodes: ({ diff: string | null } | null)[] } | null;
  };
  return { body: issue.body, history: present(issue.userContentEdits?.nodes).map((edit) => edit.diff ?? '') };
}

async function patchBody({ github }: World, number: number, body: string): Promise<void> {
  const { owner, repo } = github;
  await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    owner,
    repo,
    issue_number: number,
    body,
  });
}
