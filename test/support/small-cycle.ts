// A cycle of four weeks with three tasks: enough for most stories, and quick to run.
import type { GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { kubernetesSeed } from './kubernetes-seed.ts';

export interface SmallCycle {
  /** People of the role that is assigned. */
  readonly lead?: readonly string[];
  /** Title of the first task. */
  readonly first?: string;
  /** Further tasks, due in week 2. */
  readonly more?: readonly { readonly id: string; readonly title: string }[];
  /** Title of the freeze. */
  readonly freeze?: string;
  /** Most operations of a run. */
  readonly operations?: number;
  /** The config section of the tracking issue; default: no task becomes an issue of its own. */
  readonly section?: string;
}

/** Monday of its first week; release day is 2020-01-28, its last day 2020-02-02. */
export const SMALL_START = '2020-01-06';

/** The config's text. Titles are quoted, so that they may hold anything. */
export function smallConfig(cycle: SmallCycle = {}): string {
  const { lead = ['alice'], first = 'Settle the theme', more = [], freeze = 'Code freeze' } = cycle;
  return [
    'timezone: UTC',
    `roles: { lead: ${JSON.stringify(lead)}, shadow: [bob] }`,
    'cycle: { weeks: 4, release-week: 4, weeks-after: 0 }',
    'releases:',
    '  - version: v2.0.0',
    `    start: ${SMALL_START}`,
    '    release: 2020-01-28',
    `    milestones: { code-freeze: { on: 2020-01-21, title: ${JSON.stringify(freeze)} } }`,
    'tasks:',
    `  - { id: theme, title: ${JSON.stringify(first)}, role: lead, week: 1 }`,
    ...more.map(({ id, title }) => `  - { id: ${id}, title: ${JSON.stringify(title)}, role: lead, week: 2 }`),
    '  - { id: notes, title: Write the notes, role: shadow, week: 2 }',
    '  - { id: post, title: Publish the post, due: release }',
    `limits: { operations: ${cycle.operations ?? 50} }`,
    `tracking-issue: { ${cycle.section ?? 'tasks: none'} }`,
    '',
  ].join('\n');
}

/** A repository with that config. */
export function smallSeed(cycle: SmallCycle = {}): GitHubSeed {
  return kubernetesSeed(smallConfig(cycle));
}
