// Reads one other repository in one request, and further pages of its pull requests; whatever fails is said of it alone.
import type {
  AskedRepository,
  OtherBlocker,
  OtherPull,
  SeenRepository,
  UnreadRepository,
} from '../../../domain/elsewhere.ts';
import type { Known } from '../../../domain/known.ts';
import type { Observation } from '../../../domain/observed.ts';
import { isSameRepository } from '../../../domain/other-repository.ts';
import { askFields } from '../../ask-at-once.ts';
import type { GitHub } from '../../client.ts';
import { failureWords } from '../../failure.ts';
import { type PartialAnswer, valueAt } from '../../graphql.ts';
import { type Reached, withOwnToken } from '../../reach.ts';
import { blockers } from '../blockers.ts';
import { type Fields, type Look, type Setting, known } from '../fact.ts';
import { labels } from '../labels.ts';
import { needing } from '../needing.ts';
import { firstPageFields, readList } from '../pulls/light-list.ts';
import { BARE_PULLS } from '../pulls/question.ts';
import { publications } from '../publications.ts';
import { branchFields, readBranches } from './branch-state.ts';
import { reasonOf } from './reason-of.ts';

/** Never rejects: a repository that can't be read says why. */
export async function readRepository(
  asked: AskedRepository,
  { github, setting }: Pick<Look<'elsewhere'>, 'github' | 'setting'>,
): Promise<SeenRepository | UnreadRepository> {
  const { name } = asked;
  const [owner = '', repo = ''] = name.split('/');
  const reach = setting.reach ?? withOwnToken(github);
  try {
    const reached = await reach({ owner, repo });
    return 'github' in reached ? await readReached(asked, reached, setting) : { name, ...reached };
  } catch (error) {
    return { name, reason: reasonOf(error), why: failureWords(error) };
  }
}

const WHO: Fields = {
  parts: ['nameWithOwner', 'url', 'isPrivate', 'defaultBranchRef { name }'],
  variables: {},
};

async function readReached(
  asked: AskedRepository,
  { github, isGuest }: Extract<Reached, { github: unknown }>,
  setting: Setting,
): Promise<SeenRepository | UnreadRepository> {
  const { name } = asked;
  const answer = await askFields(github, [WHO, ...fieldsOf(asked, setting)]);
  const movedTo = String(valueAt(answer, 'nameWithOwner'));
  if (!isSameRepository(movedTo, name))
    return { name, reason: 'moved', why: `it is ${movedTo} now`, movedTo };
  const isPrivate = valueAt(answer, 'isPrivate') !== false;
  if (isPrivate && isGuest === true)
    return { name, reason: 'private', why: 'it is private, and belongs to another owner' };
  const head = valueAt(answer, 'defaultBranchRef') as { readonly name: string } | null;
  return {
    name,
    url: String(valueAt(answer, 'url')),
    isPrivate,
    defaultBranch: head?.name ?? '',
    ...(await partsOf(asked, { github, setting, answer, isPrivate })),
  };
}

function fieldsOf({ labels: names, branches, versions }: AskedRepository, setting: Setting): Fields[] {
  const own = [
    labels.fields?.(names, setting),
    blockers.fields?.(names, setting),
    publications.fields?.(versions, setting),
  ];
  return [...own.flatMap((one) => one ?? []), branchFields(branches), firstPageFields(BARE_PULLS, {})];
}

interface Reading {
  readonly github: GitHub;
  readonly setting: Setting;
  readonly answer: PartialAnswer;
  readonly isPrivate: boolean;
}

type Parts = Pick<SeenRepository, 'labels' | 'blockers' | 'pulls' | 'branches' | 'publications'>;

/** Of each part it is known by itself. */
async function partsOf(
  asked: AskedRepository,
  { github, setting, answer, isPrivate }: Reading,
): Promise<Parts> {
  const { labels: names, versions, branches } = asked;
  const look = { github, setting, answer, found: {} as Observation };
  const of = <Q>(question: Q) => ({ ...look, question, asked: question });
  return {
    labels: await attempt('issues: read', async () => {
      const found = await labels.read(of(names));
      return known(valueOf(found.labels).map(({ name }) => name));
    }),
    blockers: await attempt(blockers.permission, async () => {
      const found = await blockers.read(of(names));
      return known(
        valueOf(found.blockers).map((one): OtherBlocker => {
          return isPrivate ? { ...one, title: undefined, assignees: [] } : one;
        }),
      );
    }),
    pulls: await attempt('pull_requests: read', async () => {
      const listed = await readList(github, BARE_PULLS, answer, setting.now);
      return known(
        listed.map(({ pull: { number, title, baseRefName: base, milestone } }): OtherPull => {
          return { number, title: isPrivate ? undefined : title, base, milestone: milestone?.title };
        }),
      );
    }),
    branches: await attempt('checks: read and statuses: read', () => {
      const found = readBranches(branches, answer);
      return known(isPrivate ? found.map((one) => ({ ...one, failing: [] })) : found);
    }),
    publications: await attempt(publications.permission, async () => {
      return (await publications.read(of(versions))).publications;
    }),
  };
}

function valueOf<T>(one: Known<T>): T {
  if (!one.known) throw new Error(one.why);
  return one.value;
}

async function attempt<T>(
  permission: string | undefined,
  read: () => Known<T> | Promise<Known<T>>,
): Promise<Known<T>> {
  try {
    return await read();
  } catch (error) {
    const why = failureWords(error);
    return { known: false, why: permission === undefined ? why : needing(why, permission) };
  }
}
