// Which tasks of a release are proven to be done by what a look found.
import { addDays, endOfDay, instantOf } from '../domain/day.ts';
import type { Instant } from '../domain/day.ts';
import { type FoundEvidence, evidenceName, evidenceOf } from '../domain/proof.ts';
import { linesOf } from '../domain/release-line.ts';
import type { Release, Task } from '../domain/release.ts';
import type { Proof } from './carries-out.ts';

/** Names of the things that show that a task is done; empty where people say so. */
export function evidenceNames({ proof }: Task, release: Release): string[] {
  if (proof === undefined) return [];
  return evidenceOf(
    proof,
    linesOf(release).map(({ version }) => version),
  ).map(evidenceName);
}

/** Whether it is looked for: on the day of the task and the day after. */
export function isLookedFor({ due, proof, doneBy }: Task, { timezone }: Release, now: Instant): boolean {
  if (proof === undefined || doneBy !== undefined) return false;
  return instantOf(due, '00:00', timezone) <= now && now < endOfDay(addDays(due, 1), timezone);
}

/** Those for which everything is there, by id. What can't be read proves nothing. */
export function provenTasks(
  release: Release,
  found: readonly FoundEvidence[],
  now: Instant,
): ReadonlyMap<string, Proof> {
  const asked = release.tasks.filter((task) => isLookedFor(task, release, now));
  return new Map(
    asked.flatMap((task): [string, Proof][] => {
      const all = evidenceNames(task, release).map((name) => found.find((one) => one.name === name)?.found);
      const links = all.map((one) => (one?.known === true && one.value.isThere ? one.value : undefined));
      if (links.length === 0 || links.includes(undefined)) return [];
      return [[task.id, { link: links.find((one) => one?.link !== undefined)?.link }]];
    }),
  );
}
