// Opens an issue for everybody who takes a role or leaves it, once, and keeps its steps as the config has them.
import { dayAt } from '../../../domain/day.ts';
import type { DesiredIssue } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { keyOf } from '../../../text/marker.ts';
import type { TaskIssueInput } from '../tasks/task-input.ts';
import type { TaskIssues } from '../tasks/task-issues.ts';
import { isBoardingKey } from './boarding-key.ts';
import { type Mover, isStillTrue, moversOf } from './movers.ts';
import { boardingWords, renderBoarding, renderBoardingTitle } from './render-boarding.ts';

type BoardingIssues = Pick<TaskIssues, 'desired' | 'assigned' | 'below'>;

export function boardingIssues(input: TaskIssueInput): BoardingIssues {
  const { release, context, issues } = input;
  const today = dayAt(context.now, release.timezone);
  const wanted = moversOf(release).filter(
    (mover) => issueOf(mover.key, issues) !== undefined || mover.after === undefined || mover.after < today,
  );
  return {
    desired: [...wanted.map((mover) => issueFor(mover, input)), ...noLongerNeeded(input)],
    assigned: wanted.filter((mover) => isAssigned(mover, input)).map(assignment),
    below: wanted.filter(({ key }) => isLinked(issueOf(key, issues))).map(idOf),
  };
}

function issueFor(mover: Mover, input: TaskIssueInput): DesiredIssue {
  const { release, context, issues, assigned, below } = input;
  const entry = assignment(mover);
  const why = boardingWords.why(mover);
  const isNew = isAssigned(mover, input) && !assigned.includes(entry);
  const found = issueOf(mover.key, issues);
  return {
    kind: 'issue',
    key: mover.key,
    title: renderBoardingTitle(mover, release),
    body: renderBoarding(mover, release),
    labels: release.labels ?? [],
    assignees: isNew ? [{ login: mover.login, entry, why }] : [],
    milestone: context.config.milestone ? release.version : undefined,
    parent:
      found !== undefined && below.includes(idOf(mover))
        ? undefined
        : { key: trackingKey(release), entry: `below:${idOf(mover)}` },
    state: 'open',
    pin: false,
    why,
    whyBody: boardingWords.whyBody(),
  };
}

/** Issues for a role that somebody else has by now. */
function noLongerNeeded({ release, issues }: TaskIssueInput): DesiredIssue[] {
  const why = boardingWords.whyGone();
  return issues
    .filter(
      ({ key, state }) =>
        state === 'open' && isBoardingKey(key, keyOf(release.version)) && !isStillTrue(key, release),
    )
    .map(({ key, title }) => ({
      kind: 'issue' as const,
      key,
      title,
      body: { key, parts: [] },
      labels: [],
      assignees: [],
      pin: false,
      state: 'closed' as const,
      notPlanned: true,
      why,
      whyBody: why,
      whyClosed: why,
    }));
}

/** Once; who wants no pings is not. */
function isAssigned(mover: Mover, { release, context, assignable, assigned }: TaskIssueInput): boolean {
  if (assigned.includes(assignment(mover))) return true;
  return assignable.includes(mover.login) && !context.isQuiet(mover.login, release.version);
}

/** Whether this run puts it there, or finds it there; what is closed is left where it is. */
function isLinked(found: OwnIssue | undefined): boolean {
  return found === undefined || found.parent !== undefined || found.state === 'open';
}

function issueOf(key: string, issues: readonly OwnIssue[]): OwnIssue | undefined {
  return issues.find((issue) => issue.key === key);
}

/** No task has such an id. */
function idOf({ kind, role, login }: Mover): string {
  return `${kind}:${role}:${login}`;
}

function assignment(mover: Mover): string {
  return `${idOf(mover)}/${mover.login}`;
}
