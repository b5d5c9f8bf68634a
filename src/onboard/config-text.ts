// The text of a first config, and the proof that it says what it is to say.
import { readYaml } from '../config/yaml/read-yaml.ts';
import { valueOf } from '../config/value-of.ts';
import { teamIds } from '../init/config-text.ts';
import type { FirstRelease } from './guess-releases.ts';

/** What the text is made from: plain data, of which every text may be hostile. */
export interface FirstConfig {
  /** Slug of an App of another name than relcomms. */
  readonly app: string | undefined;
  readonly lead: string | undefined;
  /** As `acme/api`. */
  readonly teams: readonly string[];
  readonly releases: readonly FirstRelease[];
  /** Weeks before the first week in which the issue opens. */
  readonly openBefore: number;
  /** Titles of tasks that take the place of those of the preset; empty: the preset has its own. */
  readonly tasks: readonly string[];
}

/** The cycle of the preset `basic` for a team with tasks of its own. */
const OWN_CYCLE = `cycle: { weeks: 6, release-week: 5, weeks-after: 1 }
milestones:
  feature-freeze: { on: release - 10 working days, title: Feature freeze }
  rc1: { on: release - 5 working days, title: Release candidate 1 }
`;

/** Undefined where the text read back would say anything else than was meant. */
export function firstConfigText(config: FirstConfig): string | undefined {
  const text = textOf(config);
  const { tree, problems } = readYaml(text);
  if (tree === undefined || problems.length > 0) return undefined;
  const meant = meaningOf(config);
  const read = valueOf(tree) as Record<string, unknown>;
  const said = Object.fromEntries(Object.keys(meant).map((key) => [key, read[key]]));
  return JSON.stringify(said) === JSON.stringify(meant) ? text : undefined;
}

function textOf({ app, lead, teams, releases, openBefore, tasks }: FirstConfig): string {
  const own = tasks.length > 0;
  const ids = teamIds(teams);
  const issue = [
    ...(openBefore > 0 ? [`  open-before: ${openBefore} ${openBefore === 1 ? 'week' : 'weeks'}`] : []),
    ...(own ? ['  tasks: none # checkboxes only; "upcoming" opens an issue for each task that is near'] : []),
  ];
  return [
    ...(own ? [] : ['extends: [basic]']),
    ...(app === undefined ? [] : [`app: ${quoted(app)}`]),
    'timezone: UTC',
    'roles:',
    `  lead: [${lead === undefined ? '' : quoted(lead)}]`,
    ...(teams.length === 0
      ? []
      : ['teams:', ...teams.map((team, at) => `  ${ids[at]}: { github: ${quoted(team)} }`)]),
    ...(issue.length === 0 ? [] : ['tracking-issue:', ...issue]),
    ...(own ? [OWN_CYCLE.trimEnd(), 'tasks:', ...tasks.flatMap(taskLines)] : []),
    'releases:',
    ...releases.flatMap(releaseLines),
    '',
  ].join('\n');
}

function taskLines(title: string, index: number): string[] {
  return [`  - id: step-${index + 1}`, `    title: ${quoted(title)}`, '    role: lead', '    due: release'];
}

function releaseLines({ version, day, branch }: FirstRelease): string[] {
  return [
    `  - version: ${quoted(version)}`,
    `    release: ${day}`,
    ...(branch === undefined ? [] : [`    branch: ${quoted(branch.value)}`]),
  ];
}

/** The same as the values that a reader is to find, in the order of the text. */
function meaningOf({ app, lead, teams, releases, tasks }: FirstConfig): Record<string, unknown> {
  const ids = teamIds(teams);
  return {
    ...(app === undefined ? {} : { app }),
    roles: { lead: lead === undefined ? [] : [lead] },
    ...(teams.length === 0
      ? {}
      : { teams: Object.fromEntries(teams.map((team, at) => [ids[at], { github: team }])) }),
    ...(tasks.length === 0
      ? {}
      : {
          tasks: tasks.map((title, index) => ({
            id: `step-${index + 1}`,
            title,
            role: 'lead',
            due: 'release',
          })),
        }),
    releases: releases.map(({ version, day, branch }) => ({
      version,
      release: day,
      ...(branch === undefined ? {} : { branch: branch.value }),
    })),
  };
}

/** A JSON text is a YAML text; what lines may break at is escaped as well. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
