// Where each release stands at the end of a simulation.
import type { Day } from '../../src/domain/day.ts';
import type { Release, Task } from '../../src/domain/release.ts';
import { readMarker } from '../../src/text/marker.ts';
import { tickedIds } from '../../src/body/ticks.ts';
import { trackingKey } from '../../src/memory/tracking-key.ts';
import type { IssueSnapshot } from '../../packages/embedded-github/src/index.ts';
import type { ReleaseEnd, TaskEnd } from './simulation.ts';

export interface EndInput {
  /** As the config had them at first. */
  readonly before: readonly Release[];
  /** As the config has them now. */
  readonly releases: readonly Release[];
  readonly issues: readonly IssueSnapshot[];
  readonly today: Day;
}

export function releaseEnds(input: EndInput): ReleaseEnd[] {
  return input.releases.map((release) => releaseEnd(release, input));
}

function releaseEnd(release: Release, { before, issues, today }: EndInput): ReleaseEnd {
  const issue = issues.find(
    ({ author, body }) => author.endsWith('[bot]') && readMarker(body) === trackingKey(release),
  );
  const ticked = tickedIds(issue?.body ?? '');
  const left = release.tasks.filter(({ id }) => !ticked.has(id));
  const isLate = ({ optional, due }: Task): boolean => !optional && due < today;
  const first = before.find(({ version }) => version === release.version);
  return {
    version: release.version,
    title: release.title,
    trackingIssue: issue?.number,
    state: issue?.state ?? 'not opened',
    tasks: release.tasks.length,
    done: release.tasks.length - left.length,
    open: left.filter((task) => !isLate(task)).map(taskEnd),
    late: left.filter(isLate).map(taskEnd),
    milestones: release.milestones.map(({ id, title, day }) => {
      const planned = first?.milestones.find((milestone) => milestone.id === id)?.day;
      return { id, title, day, ...(planned === undefined || planned === day ? {} : { movedFrom: planned }) };
    }),
  };
}

function taskEnd({ id, title, due }: Task): TaskEnd {
  return { id, title, due };
}
