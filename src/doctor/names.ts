// The names of a config that have to exist on GitHub: branches, labels, people, teams, categories, and the wiki.
import { sectionOf } from '../duties/book-of.ts';
import { DUTIES } from '../duties/index.ts';
import { labelsToFind } from '../duties/missing-labels.ts';
import type { Instant } from '../domain/day.ts';
import { linesOf } from '../domain/release-line.ts';
import { isOver } from '../domain/release.ts';
import type { Prepared } from '../run/prepare.ts';

export interface Named {
  /** Release branches, with the versions that use them. */
  readonly branches: ReadonlyMap<string, readonly string[]>;
  /** With the key that names each. */
  readonly labels: ReadonlyMap<string, string>;
  readonly people: readonly string[];
  /** As `acme/api`. */
  readonly teams: readonly string[];
  /** Categories of discussions, by audience. */
  readonly categories: ReadonlyMap<string, string>;
  /** Whether a page of the wiki is kept. */
  readonly wiki: boolean;
}

/** Of each kind so many are looked at. */
const MOST = 50;

/** Of releases that are not over: nobody misses the branch of an old one. */
export function namesOf({ config, releases }: Prepared, now: Instant): Named {
  const { sections, teams, audiences } = config;
  const coming = releases.filter((release) => !isOver(release, now));
  const branches = new Map<string, string[]>();
  for (const { branch, version } of coming.flatMap(linesOf)) {
    if (branch !== undefined) branches.set(branch, [...(branches.get(branch) ?? []), version]);
  }
  const marks = DUTIES.flatMap((duty) => {
    const section = sections[sectionOf(duty)];
    return section === undefined ? [] : [...(duty.marks?.(section) ?? [])];
  });
  const all = Object.values(teams);
  return {
    branches: first(branches),
    labels: first(
      new Map(marks.flatMap((mark) => labelsToFind([mark]).map((name) => [name, mark.key] as const))),
    ),
    people: unique([
      ...coming.flatMap(({ roles }) => Object.values(roles).flat()),
      ...all.flatMap(({ lead, people }) => [...(lead === undefined ? [] : [lead]), ...people]),
    ]),
    teams: unique([
      ...all.map(({ github }) => github),
      ...coming.flatMap(({ roleTeams = {} }) => Object.values(roleTeams).flat()),
    ]),
    categories: first(
      new Map(
        Object.entries(audiences).flatMap(([name, { discussions }]) =>
          discussions === undefined ? [] : [[discussions, name] as const],
        ),
      ),
    ),
    wiki: sections['wiki'] !== undefined,
  };
}

function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].slice(0, MOST);
}

function first<V>(names: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  return new Map([...names].slice(0, MOST));
}
