// What the sections of a config do not do although they are on, before anything was looked at.
import type { SectionState } from '../domain/section-state.ts';
import type { Lack } from '../domain/standing.ts';
import { sectionOf } from './book-of.ts';
import type { AnyDuty, LackInput } from './duty.ts';

export interface Sections extends Omit<LackInput<unknown>, 'config'> {
  readonly duties: readonly AnyDuty[];
  /** Decoded, by name; an absent one is off. */
  readonly sections: Readonly<Record<string, unknown>>;
  /** Names of the sections that presets of the config switch on, be it that the config switches them off again. */
  readonly asked: readonly string[];
}

/** Those of one duty, which is on. */
export function lacksOf(duty: AnyDuty, run: Omit<Sections, 'asked'>): Lack[] {
  const { releases, teams, audiences, sections } = run;
  const leaning = (duty.leansOn ?? []).filter((name) => sections[name] === undefined);
  // What does nothing lacks nothing else.
  if (leaning.length > 0) return leaning.map(lean);
  return [...(duty.lacks?.({ config: sections[sectionOf(duty)], releases, teams, audiences }) ?? [])];
}

/** Every section once, in the order of the duties. */
export function sectionStates(run: Sections): SectionState[] {
  const own = run.duties.filter(({ section }) => section === undefined);
  return own.map(({ name, title }) => {
    const isOn = run.sections[name] !== undefined;
    const sharing = run.duties.filter((duty) => sectionOf(duty) === name);
    const lacks = isOn ? sharing.flatMap((duty) => lacksOf(duty, run)) : [];
    return { section: name, title, isOn, isAsked: run.asked.includes(name), lacks };
  });
}

function lean(section: string): Lack {
  return {
    why: `"${section}" is off`,
    lost: 'it does nothing',
    fix: `Delete "${section}: off", or switch this section off, too.`,
  };
}
