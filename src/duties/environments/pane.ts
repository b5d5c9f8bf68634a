// The pane of test environments: each with its candidate, its state and address, and which teams confirmed.
import { type Day, dayAt } from '../../domain/day.ts';
import type { Release } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { dayWords } from '../../text/words.ts';
import { findOwn } from '../find-own.ts';
import type { DutyPane, PaneSection, PaneText, PaneView } from '../pane.ts';
import type { EnvironmentConfig, EnvironmentsConfig } from './config.ts';
import { type EnvironmentMemory, gateOf, rowOf } from './memory.ts';
import { shownMemory } from './shown.ts';

type View = PaneView<EnvironmentsConfig>;

export const pane: DutyPane<EnvironmentsConfig> = {
  id: 'environments',
  title: 'Environments',
  count: ({ standing }) => standing.filter(({ kind }) => kind === 'environment').length,
  sections: (view) => view.releases.flatMap((release) => sectionOf(release, view)),
};

function sectionOf(release: Release, view: View): PaneSection[] {
  const tracking = findOwn(view.issues, trackingKey(release));
  if (tracking === undefined) return [];
  const memory = shownMemory(tracking, release);
  const candidates = new Set(Object.values(view.config.named).map((one) => one.for));
  const allowed = release.milestones
    .filter(({ id }) => candidates.has(id))
    .flatMap(({ id, title }) => {
      const { allowed: said } = gateOf(id, memory);
      return said === undefined ? [] : [`${title}: ${said.by} allowed the merge: ${said.because}`];
    });
  return [
    {
      title: release.title,
      lines: allowed,
      table: {
        head: ['Environment', 'Candidate', 'State', 'Address', 'Confirmed', 'Not confirmed'],
        rows: Object.entries(view.config.named).map(([name, one]) =>
          rowFor(name, one, { release, memory, view }),
        ),
      },
    },
  ];
}

interface At {
  readonly release: Release;
  readonly memory: EnvironmentMemory;
  readonly view: View;
}

function rowFor(name: string, config: EnvironmentConfig, { release, memory, view }: At): PaneText[] {
  const row = rowOf(name, memory);
  const candidate = release.milestones.find(({ id }) => id === config.for);
  const { ready, ended, confirmed } = row;
  const asked = config.teams ?? Object.keys(view.teams);
  const names = (ids: readonly string[]) => ids.map((id) => view.teams[id]?.github ?? id).join(', ');
  const said = confirmed.map(({ team }) => team);
  const dayOf = (at: typeof row.failing): Day | undefined =>
    at === undefined ? undefined : dayAt(at, release.timezone);
  const state =
    ready === undefined
      ? 'planned'
      : ended === undefined
        ? since('ready since', dayOf(ready.at))
        : since(ended.how === 'gone' ? 'does not answer since' : 'taken down on', dayOf(ended.at));
  return [
    name,
    candidate === undefined ? config.for : `${candidate.title}, ${dayWords(candidate.day)}`,
    state,
    ready?.url === undefined ? '' : { text: ready.url.replace(/^https:\/\//, ''), url: ready.url },
    names(said),
    ready === undefined ? '' : names(asked.filter((team) => !said.includes(team))),
  ];
}

function since(what: string, day: Day | undefined): string {
  return day === undefined ? what : `${what} ${dayWords(day)}`;
}
