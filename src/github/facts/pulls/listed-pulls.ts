// The fact `listedPulls`: what the list of all open pull requests shows of each, with one commit status of its newest commit.
import type { CommitState, ListedPull as Shown } from '../../../domain/pull.ts';
import type { Known } from '../../../domain/known.ts';
import { authorOf } from '../../author-of.ts';
import { present } from '../../present.ts';
import { instantOf } from './decode-pull.ts';
import { needing } from '../needing.ts';
import type { Listed, ListedPull } from './light-list.ts';
import type { RawPull } from './pull-fields.ts';
import type { ReadPull } from './details.ts';

const STATES: Readonly<Record<string, CommitState['state']>> = {
  SUCCESS: 'success',
  PENDING: 'pending',
  EXPECTED: 'pending',
  FAILURE: 'failure',
  ERROR: 'error',
};

/** Nothing where no status is asked for. */
export function listedPulls(listed: readonly Listed[]): Shown[] {
  return listed.flatMap((line): Shown[] => {
    const { pull } = line;
    const { headRefOid: head, createdAt } = pull;
    if (head === undefined || createdAt === undefined) return [];
    const committed = committedAtOf(pull);
    return [
      {
        number: pull.number,
        author: authorOf(pull.author ?? null),
        draft: pull.isDraft === true,
        base: pull.baseRefName,
        labels: present(pull.labels?.nodes).map(({ name }) => name),
        createdAt: instantOf(createdAt),
        head,
        ...(committed === undefined ? {} : { committedAt: instantOf(committed) }),
        status: statusOf(line),
      },
    ];
  });
}

/** When its newest commit was made, in GitHub's words. */
export function committedAtOf({ commits }: ListedPull): string | undefined {
  return present(commits?.nodes)[0]?.commit.committedDate;
}

function statusOf({ pull, statusHidden }: Listed): Known<CommitState | undefined> {
  if (statusHidden !== undefined) return { known: false, why: needing(statusHidden, 'statuses: read') };
  const context = present(pull.commits?.nodes)[0]?.commit.status?.context ?? undefined;
  if (context === undefined) return { known: true, value: undefined };
  return stateOf(context.state, context.description);
}

function stateOf(state: string, description: string | null | undefined): Known<CommitState | undefined> {
  const known = STATES[state];
  if (known === undefined) return { known: false, why: `GitHub says ${state} of its commit status` };
  return { known: true, value: { state: known, description: description ?? '' } };
}

/** As a look at a few pull requests found them: the list of the last look, with these as they are now. */
export function listedAnew(
  last: readonly Shown[],
  read: readonly ReadPull[],
  context: string | undefined,
): Shown[] {
  if (context === undefined) return [];
  const again = new Set(read.map(({ raw }) => raw.number));
  const fresh = read.flatMap(({ raw }) => (raw.state === 'OPEN' ? [shownOf(raw, context)] : []));
  const others = last.filter(({ number }) => !again.has(number));
  return [...others, ...fresh].toSorted((a, b) => a.number - b.number);
}

function shownOf(raw: RawPull, context: string): Shown {
  return {
    number: raw.number,
    author: authorOf(raw.author),
    draft: raw.isDraft,
    base: raw.baseRefName,
    labels: present(raw.labels?.nodes).map(({ name }) => name),
    createdAt: instantOf(raw.createdAt),
    head: raw.headRefOid,
    ...committedOf(raw),
    status: rolledUp(raw, context),
  };
}

function committedOf({ commits }: RawPull): Pick<Shown, 'committedAt'> {
  const date = present(commits?.nodes)[0]?.commit.committedDate;
  return date === undefined ? {} : { committedAt: instantOf(date) };
}

/** Of the first hundred checks and statuses, which come along in any case. */
function rolledUp({ commits }: RawPull, context: string): Known<CommitState | undefined> {
  const [node] = present(commits?.nodes);
  if (node === undefined) return { known: false, why: 'GitHub does not show its newest commit' };
  const contexts = node.commit.statusCheckRollup?.contexts;
  const found = present(contexts?.nodes).find(
    (one) => one.__typename === 'StatusContext' && one.context === context,
  );
  if (found?.__typename === 'StatusContext') return stateOf(found.state, found.description);
  if (contexts?.pageInfo?.hasNextPage === true || contexts?.nodes?.includes(null) === true)
    return { known: false, why: 'the first hundred checks of its newest commit do not show it' };
  return { known: true, value: undefined };
}
