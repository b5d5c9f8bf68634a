// Words in the section that name nothing in the config: most often slips of the pen.
import type { Release } from '../../domain/release.ts';
import type { DeadlinesInput } from './input.ts';

/** The names of milestones that no release has, and of roles and teams that nobody wrote. */
export function strangersIn({ config, releases, teams }: DeadlinesInput): string[] {
  const ids = new Set(releases.flatMap(({ milestones }) => milestones.map(({ id }) => id)));
  const roles = releases.flatMap((release: Release) => Object.keys(release.roles));
  const known = new Set(['teams', ...roles, ...Object.keys(teams)]);
  const own = Object.values(config.milestones).flatMap(({ tell }) => tell ?? []);
  const told = releases.length === 0 ? [] : own.filter((name) => !known.has(name));
  const milestones = Object.keys(config.milestones).filter((id) => releases.length > 0 && !ids.has(id));
  return [...new Set([...milestones, ...told])];
}
