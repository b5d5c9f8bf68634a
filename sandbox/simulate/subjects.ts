// Tells what an issue is about: its title, its release, and the requirements that its task carries.
import type { Release, Task } from '../../src/domain/release.ts';
import { unitKey, unitsOf } from '../../src/duties/units.ts';
import { readMarker } from '../../src/text/marker.ts';
import { trackingKey } from '../../src/memory/tracking-key.ts';
import type { IssueSnapshot } from '../../packages/embedded-github/src/index.ts';
import type { Subject } from './simulation.ts';

/** By number. Of issues that are not ours only the title is known. */
export function subjectsOf(
  releases: readonly Release[],
  issues: readonly IssueSnapshot[],
): ReadonlyMap<number, Subject> {
  const keys = new Map(releases.flatMap(keysOf));
  return new Map(
    issues.map(({ number, title, author, body }) => {
      const marker = author.endsWith('[bot]') ? readMarker(body) : undefined;
      return [number, { number, title, ...(marker === undefined ? {} : keys.get(marker)) }];
    }),
  );
}

function keysOf(release: Release): (readonly [string, Subject])[] {
  const { version } = release;
  return [
    [trackingKey(release), { release: version }],
    ...unitsOf(release).map(
      (unit) => [unitKey(release, unit), { release: version, source: sourcesOf(unit.items) }] as const,
    ),
  ];
}

/** Each once, in the order of the tasks. */
export function sourcesOf(tasks: readonly Task[]): readonly string[] {
  return [...new Set(tasks.flatMap(({ source }) => source))];
}
