// Fills the variables of a release into the texts of a config section, wherever a duty says that it has some.
import type { Path, Problem } from '../../domain/problem.ts';
import type { Release } from '../../domain/release.ts';
import type { ScheduleSpec } from '../../domain/spec.ts';
import type { TextPlace } from '../../domain/text-place.ts';
import { specOfRelease } from '../spec-of-release.ts';
import { type Place, type Variables, fillLink, fillText } from './fill.ts';
import { variablesOf } from './variables-of.ts';

/** Of a release that was built from this schedule. */
export function variablesIn(spec: ScheduleSpec, release: Release): Variables {
  const written = spec.releases.find(({ version }) => version === release.version);
  if (written === undefined) return new Map();
  const { milestones, undated } = release;
  return variablesOf(specOfRelease(spec, written), written, milestones, undated?.milestones);
}

/** The section as it is for a release. `place` is that of the section. */
export function fillSection<C>(
  section: C,
  texts: readonly TextPlace[],
  variables: Variables,
  place: Place,
): C {
  return texts.reduce<unknown>((filled, { path, kind }) => {
    const fill = kind === 'link' ? fillLink : fillText;
    return changed(filled, path, place.path, (text, at) => fill(text, variables, { ...place, path: at }));
  }, section) as C;
}

/** Every text below the keys, changed; the rest as it is. */
function changed(
  value: unknown,
  [key, ...further]: readonly string[],
  at: Path,
  change: (text: string, at: Path) => string,
): unknown {
  if (key === undefined) return typeof value === 'string' ? change(value, at) : value;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => changed(item, further, [...at, index], change));
  if (typeof value !== 'object' || value === null) return value;
  if (key === '*')
    return Object.fromEntries(
      Object.entries(value).map(([name, below]) => [name, changed(below, further, [...at, name], change)]),
    );
  if (!Object.hasOwn(value, key)) return value;
  const below: unknown = (value as Readonly<Record<string, unknown>>)[key];
  return { ...value, [key]: changed(below, further, [...at, key], change) };
}

/** Names without a value in the texts of sections; each place once, whatever number of releases lack it. */
export function unfilled(
  sections: Readonly<Record<string, unknown>>,
  textsOf: Readonly<Record<string, { readonly texts?: readonly TextPlace[] | undefined }>>,
  spec: ScheduleSpec,
  releases: readonly Release[],
): Problem[] {
  const found = new Map<string, Problem>();
  for (const [name, section] of Object.entries(sections)) {
    const { texts = [] } = textsOf[name] ?? {};
    if (texts.length === 0) continue;
    for (const release of releases) {
      const subject = `"${name}" for ${release.version}`;
      const tell = (problem: Problem): void => {
        const key = JSON.stringify([problem.path, problem.fix]);
        if (!found.has(key)) found.set(key, problem);
      };
      fillSection(section, texts, variablesIn(spec, release), { path: [name], subject, tell });
    }
  }
  return [...found.values()];
}
