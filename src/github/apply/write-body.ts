// Merges our words into a body as it stands now, writes it, and gives back what the write ran over.
import type { BodyDocument } from '../../domain/issue-body.ts';
import type { WriteBody } from '../../domain/operation.ts';
import { mergeBody } from '../../body/merge-body.ts';
import { resolveLinks } from '../../body/resolve-links.ts';
import { leaveTakenBack } from '../../body/leave-taken-back.ts';
import { knows } from '../../body/overrun.ts';
import { type EditedText, rescue, saysTheSame } from '../../body/rescue.ts';
import { queryRepository } from '../graphql.ts';
import { EDITS, NEWEST_EDITS, type RawText, editedText, joinEdits } from './edit-history.ts';
import type { Written } from '../../domain/outcome.ts';
import { type World, holding, numberOf, postpone, resolveIssue } from './world.ts';

/** GitHub's limit for a body, in characters. */
const GITHUB_LIMIT = 65_536;

/** A person would have to edit within the same instant this often in a row for a run to give up. */
const TRIES = 5;

const HISTORY = historyOf(EDITS);

const NEWEST = historyOf(NEWEST_EDITS);

function historyOf(edits: string): string {
  return `query RelcommsBody($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) { body ${edits} }
  }
}`;
}

/**
 * GitHub has no conditional write: what a person saves between our read and our write is overwritten.
 * The edit history shows it, so the body is read once more after the write and their edit is put back.
 */
export async function writeBody(
  world: World,
  { issue, body, entry, answers = [], after }: WriteBody,
): Promise<Written> {
  if (after !== undefined && world.postponed.has(after))
    return { outcome: 'not-tried', detail: 'the file behind it could not be written' };
  const releases = answers.map((answer) => postpone(world, answer));
  const target = resolveIssue(world, issue);
  if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not created' };
  const document = resolveLinks(body, (key) => numberOf(world, key));
  const written = await holding(world, entry, () => mergeInto(world, target.number, document));
  if (written.outcome === 'done' || written.outcome === 'already') for (const release of releases) release();
  return written;
}

async function mergeInto(world: World, number: number, planned: BodyDocument): Promise<Written> {
  const seen = seenBody(world, number);
  const { text: before, raw } = await readNewer(world, number, seen);
  const document = leaveTakenBack(planned, seen, before);
  if (document !== planned) world.unsettled = true;
  const written: string[] = [];
  let next = mergeBody(before.body, document, writtenIn(before));
  if (next === before.body) return { outcome: 'already', number };
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    if (next.length > GITHUB_LIMIT)
      return { outcome: 'failed', number, detail: 'the body would be longer than GitHub allows' };
    // oxlint-disable-next-line no-await-in-loop -- each write is checked before the next
    await patchBody(world, number, next);
    written.push(next);
    // oxlint-disable-next-line no-await-in-loop -- see above
    const { text: now } = await readNewer(world, number, next, raw);
    const saved = rescue(before, now, written);
    const left = leaveTakenBack(document, before.body, now);
    if (left !== document) world.unsettled = true;
    const wanted =
      saved === undefined ? now.body : mergeBody(saved, left, [...written.toReversed(), ...writtenIn(now)]);
    if (saysTheSame(wanted, now.body)) return { outcome: 'done', number, detail: putBack(attempt > 1) };
    next = wanted;
  }
  return {
    outcome: 'failed',
    number,
    detail: 'somebody edits the issue at the same time; the next run continues',
  };
}

/** The texts that our accounts wrote, newest first. While nobody edited it, it stands as we wrote it. */
function writtenIn({ body, history, byUs }: EditedText): string[] {
  return history.length === 0 ? [body] : history.filter((_, index) => byUs[index] === true);
}

function putBack(rescued: boolean): string | undefined {
  return rescued ? 'an edit made in the same moment was put back' : undefined;
}

/** The body with its history, and as GitHub told it. */
interface Read {
  readonly text: EditedText;
  readonly raw: RawText;
}

/** After a read of before only what is new is read: twenty whole texts are much, and mostly one of them is new. */
async function readBody(world: World, number: number, former?: RawText): Promise<Read> {
  const newest = former && joinEdits(await askBody(world, number, NEWEST), former);
  const raw = newest ?? (await askBody(world, number, HISTORY));
  return { raw, text: editedText(raw, world.setting.accounts) };
}

async function askBody({ github }: World, number: number, query: string): Promise<RawText> {
  const { data, failed } = await queryRepository(github, query, { number });
  const failure = [...failed.values()][0];
  if (failure !== undefined) throw new Error(failure);
  return data['issue'] as RawText;
}

/** Reads again while a replica that lags behind answers: it can't tell what a write over it would run over, or has. */
async function readNewer(world: World, number: number, known: string, former?: RawText): Promise<Read> {
  for (let attempt = 1; ; attempt++) {
    // oxlint-disable-next-line no-await-in-loop -- once, nearly always
    const now = await readBody(world, number, former);
    if (attempt === TRIES || knows(now.text, known)) return now;
  }
}

function seenBody({ observation }: World, number: number): string {
  const issues = observation.ownIssues.known ? observation.ownIssues.value : [];
  return issues.find((issue) => issue.number === number)?.body ?? '';
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
