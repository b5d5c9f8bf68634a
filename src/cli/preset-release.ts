// A release that has nothing but a preset, to show what the preset brings.
import { PRESETS } from '../config/presets.ts';
import { type Day, addDays, mondayOf } from '../domain/day.ts';
import { nearest } from '../domain/nearest.ts';
import type { Release } from '../domain/release.ts';
import { prepare } from '../run/reconcile.ts';

/** What is wrong with the name of a preset, in a sentence with its fix. */
export function unknownPreset(name: string): string | undefined {
  const names = Object.keys(PRESETS);
  if (names.includes(name)) return undefined;
  const meant = nearest(name, names);
  const fix = meant === undefined ? `Presets: ${names.join(', ')}.` : `Did you mean ${meant}?`;
  return `There is no preset "${name}". ${fix}`;
}

/** Without a day: released on the first Tuesday for which the cycle begins next week or later. */
export function presetRelease(
  name: string,
  day: Day | undefined,
  today: Day,
): { readonly release: Release } | { readonly error: string } {
  const error = unknownPreset(name);
  if (error !== undefined) return { error };
  const first = built(name, day ?? today);
  if ('error' in first || day !== undefined) return first;
  const before = first.release.weeks.filter(({ countdown }) => countdown < 0).length;
  return built(name, addDays(mondayOf(today), 7 * (before + 1) + 1));
}

function built(name: string, day: Day): { readonly release: Release } | { readonly error: string } {
  const prepared = prepare(`extends: [${name}]\nreleases: [{ version: '1.0.0', release: ${day} }]\n`);
  if ('problems' in prepared) return { error: prepared.problems.map(({ message }) => message).join('\n') };
  const [release] = prepared.releases;
  return release === undefined ? { error: `The preset "${name}" makes no release.` } : { release };
}
