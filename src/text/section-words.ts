// The words that say of each section of a config whether it is on, and what it does not do although it is.
import type { SectionState } from '../domain/section-state.ts';
import type { Lack } from '../domain/standing.ts';
import { listWords } from './words.ts';

/** Reasons of one kind that are told; more are counted. */
const MOST = 3;

/** What is on, what is off, and what of that which is on is not done: a few lines of plain text, nothing escaped. */
export function sectionWords(states: readonly SectionState[]): string[] {
  return [...onOffWords(states), ...states.flatMap(({ section, lacks }) => lackWords(section, lacks))];
}

/** `Sections on: approvals and report.` and `Sections off: slack.`, where there are such. */
export function onOffWords(states: readonly SectionState[]): string[] {
  const on = states.filter(({ isOn }) => isOn).map(({ section }) => section);
  const off = states.filter(({ isOn }) => !isOn).map(({ section }) => section);
  return [
    ...(on.length === 0 ? [] : [`Sections on: ${listWords(on)}.`]),
    ...(off.length === 0 ? [] : [`Sections off: ${listWords(off)}.`]),
  ];
}

/** `failing-tests is on, but 1.14.0 has no branch: its failing tests are not watched. Add "branch" to the release.` */
export function lackWords(section: string, lacks: readonly Lack[]): string[] {
  const kinds = [...new Set(lacks.map(consequence))];
  return kinds.map((rest) => {
    const all = [...new Set(lacks.filter((lack) => consequence(lack) === rest).map(({ why }) => why))];
    const more = all.length - MOST;
    const reasons = all.slice(0, MOST);
    if (more > 0) reasons.push(`${more} more like it`);
    return `${section} is on, but ${listWords(reasons)}: ${rest}`;
  });
}

function consequence({ lost, fix }: Lack): string {
  return `${lost}. ${fix}`;
}
