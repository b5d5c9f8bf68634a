// The first config of a repository, from a few answers: what a preset says already is not said again.
import { uniqueNames } from '../people/names.ts';
import type { Answers } from './answers.ts';
import { type InitRule, ruledBranch } from './rule-from.ts';

/** Addresses of this project: nobody types them twice. */
export interface Home {
  /** `acme/relcomms`. */
  readonly repository: string;
}

/** YAML; whether it is a good config, `prepare` says. */
export function configText(answers: Answers, { repository }: Home): string {
  const { preset, version, release, rule, timezone, roles, branch, teams } = answers;
  const held = Object.entries(roles).filter(([, people]) => people.length > 0);
  return [
    `# yaml-language-server: $schema=https://raw.githubusercontent.com/${repository}/main/config/relcomms.schema.json`,
    `extends: [${preset}]`,
    `timezone: ${timezone}`,
    ...(held.length === 0
      ? []
      : ['roles:', ...held.map(([role, people]) => `  ${role}: ${listText(people)}`)]),
    ...(teams.length === 0 ? [] : ['teams:', ...teamLines(uniqueNames(teams))]),
    'releases:',
    ...(rule === undefined
      ? [
          `  - version: ${JSON.stringify(version)}`,
          `    release: ${release}`,
          ...(branch === undefined ? [] : [`    branch: ${JSON.stringify(branch)}`]),
        ]
      : ruleLines(rule, answers)),
    '',
  ].join('\n');
}

function ruleLines({ every, versions, n }: InitRule, { version, release, branch }: Answers): string[] {
  return [
    `  every: ${every}`,
    `  first: ${release}`,
    `  versions: ${JSON.stringify(versions)}`,
    ...(n === undefined || n === 0 ? [] : [`  n: ${n}`]),
    ...(branch === undefined ? [] : [`  branch: ${JSON.stringify(ruledBranch(branch, version))}`]),
  ];
}

/** A login of digits alone would be a number without quotes. */
function listText(people: readonly string[]): string {
  return `[${people.map((login) => JSON.stringify(login)).join(', ')}]`;
}

function teamLines(teams: readonly string[]): string[] {
  const ids = teamIds(teams);
  return teams.map((team, index) => `  ${ids[index]}: { github: ${JSON.stringify(team)} }`);
}

/** Ids of teams such as `acme/api`: the name without the organization; the second of a name has both. */
export function teamIds(teams: readonly string[]): string[] {
  const short = teams.map((team) => idOf(team.split('/')[1] ?? team));
  return teams.map((team, index) => {
    const id = short[index] ?? '';
    return short.indexOf(id) === index ? id : idOf(team);
  });
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
