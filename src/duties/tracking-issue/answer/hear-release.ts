// Goes through what people said in commands about a release since the last run, with the texts that answer them.
import { dayAt } from '../../../domain/day.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { doneness } from '../../done.ts';
import { lineCounts } from '../../line-counts.ts';
import { refsTo } from '../../units.ts';
import { renderState } from '../body/render-status.ts';
import { candidateLine } from '../candidates/tell.ts';
import { blockedBy } from '../candidates/state.ts';
import type { Input } from '../input.ts';
import type { lateTasks } from '../tasks/late-tasks.ts';
import { type HeardCommands, hearCommands } from './hear.ts';
import { mineOf } from './mine.ts';
import { renderAudit } from './render-audit.ts';
import { renderMine } from './render-mine.ts';

/** `late` are the tasks that are overdue, by what is done. */
export function hearRelease(
  release: Release,
  found: OwnIssue | undefined,
  input: Input,
  late: (done: ReadonlySet<string>) => ReturnType<typeof lateTasks>,
): HeardCommands {
  const { now, observed } = input;
  const today = dayAt(now, release.timezone);
  const { done: before } = doneness(release, found, observed.ownIssues);
  const blocked = blockedBy(release, input, before, late(before));
  return hearCommands({
    release,
    context: input,
    issues: observed.ownIssues,
    comments: observed.commands,
    refusals: input.refusals ?? [],
    state: {
      done: before,
      blocked,
      status: (done) =>
        renderState({
          release,
          now,
          today,
          done,
          lines: lineCounts(release, observed.ownIssues, done),
          candidate: candidateLine(release, blocked, input),
          refTo: refsTo(release, observed.ownIssues),
        }),
      audit: (done) => renderAudit(release, input, late(done)),
      mine: (giver, done) => renderMine(mineOf(giver, release, done, input), input),
    },
  });
}
