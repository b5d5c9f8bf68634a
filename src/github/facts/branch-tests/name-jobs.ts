// Gives jobs their names: two workflows may use one name, and their jobs are not one job run twice.
import type { JobRun } from '../../../domain/test-results.ts';
import type { FoundJob } from './decode-commit.ts';

/** Oldest first. A name that has several sources on the branch carries its own: `Nightly / build`. */
export function nameJobs(found: readonly FoundJob[]): JobRun[] {
  const sources = new Map<string, Set<string>>();
  for (const { job, source } of found) sources.set(job, (sources.get(job) ?? new Set()).add(source));
  return found
    .map(({ source, ...run }): JobRun => {
      const alone = (sources.get(run.job)?.size ?? 0) < 2;
      return alone ? run : { ...run, job: `${source} / ${run.job}` };
    })
    .toSorted((a, b) => a.at - b.at);
}
