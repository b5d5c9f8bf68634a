// Puts together what `relcomms init` needs to know: from its arguments, the repository, and questions.
import { PRESETS, presetPurpose } from '../config/presets.ts';
import { type Day, parseDay } from '../domain/day.ts';
import { isLogin, isTeam } from '../domain/login.ts';
import type { Answers } from '../init/answers.ts';
import { ruleFrom } from '../init/rule-from.ts';
import { uniqueNames } from '../people/names.ts';
import { prepare } from '../run/reconcile.ts';
import type { Question } from './init-questions.ts';
import { unknownPreset } from './preset-release.ts';
import { teamsInOwners } from './teams-in-owners.ts';

/** What is offered first fits most projects. */
const [FIRST = ''] = Object.keys(PRESETS);

export interface Asked {
  /** As they were given, not checked. */
  readonly given: {
    readonly preset: string | undefined;
    /** `1.4.0=2027-03-16` */
    readonly release: string | undefined;
    /** `6 weeks` */
    readonly every: string | undefined;
    /** `1.{n}.0` */
    readonly versions: string | undefined;
    readonly branch: string | undefined;
    readonly timezone: string | undefined;
    /** `lead=alice,bob` */
    readonly roles: readonly string[];
    readonly teams: readonly string[];
  };
  /** Where the repository is. */
  readonly folder: string;
  /** Absent: nobody is there to answer. */
  readonly ask: Question | undefined;
  /** Told of what was left out, and why. */
  readonly say: (line: string) => void;
}

/** What is wrong or missing, in a sentence with its fix. */
export interface Wrong {
  readonly error: string;
}

export async function readAnswers({ given, folder, ask, say }: Asked): Promise<Answers | Wrong> {
  const preset = given.preset ?? (ask === undefined ? FIRST : await ask(presetQuestion(), FIRST));
  if (preset === undefined) return wrong('Which preset? Add --preset NAME.');
  const strangePreset = unknownPreset(preset);
  if (strangePreset !== undefined) return wrong(strangePreset);
  const [version, written] = given.release?.split('=') ?? [
    await ask?.('Version of the next release'),
    await ask?.('Its release day, as 2027-03-16'),
  ];
  if (version === undefined || written === undefined)
    return wrong('Which release? Add --release VERSION=DAY, as --release 1.4.0=2027-03-16.');
  const release = parseDay(written.trim());
  if (release === undefined) return wrong(`"${written}" is no day. Write it as 2027-03-16.`);
  const rule = ruleOf(given, version.trim(), release);
  if (rule !== undefined && 'error' in rule) return rule;
  const timezone = given.timezone ?? (await ask?.('Time zone', here())) ?? here();
  const branch = given.branch ?? (await ask?.('Release branch, or nothing'));
  const roles = await rolesOf(preset, given.roles, ask);
  if ('error' in roles) return roles;
  const teams = given.teams.length > 0 ? given.teams : await teamsInOwners(folder, say);
  const strange = teams.find((team) => !isTeam(team));
  if (strange !== undefined) return wrong(`"${strange}" is no GitHub team. Write it as acme/api.`);
  return {
    preset,
    version: version.trim(),
    release,
    rule,
    timezone,
    roles: roles.roles,
    branch,
    teams,
  };
}

function ruleOf({ every, versions }: Asked['given'], version: string, release: Day) {
  if (every === undefined)
    return versions === undefined ? undefined : wrong("--versions needs --every, as --every '6 weeks'.");
  return ruleFrom({ version, release, every, versions });
}

/** Every preset with what it is for. */
function presetQuestion(): string {
  const lines = Object.entries(PRESETS).map(([name, text]) => `  ${name.padEnd(18)}${presetPurpose(text)}`);
  return ['Presets:', ...lines, 'Which one'].join('\n');
}

function wrong(error: string): Wrong {
  return { error };
}

/** The zone of this machine. */
function here(): string {
  return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
}

async function rolesOf(
  preset: string,
  given: readonly string[],
  ask: Question | undefined,
): Promise<{ readonly roles: Answers['roles'] } | Wrong> {
  const known = rolesIn(preset);
  const roles = new Map<string, string[]>();
  for (const one of given) {
    const [role = '', people = ''] = one.split('=');
    if (!known.includes(role)) return wrong(`${preset} has no role "${role}". It has ${known.join(', ')}.`);
    roles.set(role, [...(roles.get(role) ?? []), ...loginsIn(people)]);
  }
  for (const role of known) {
    if (ask === undefined || roles.has(role)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    roles.set(role, loginsIn((await ask(`GitHub logins of ${role}, or nothing`)) ?? ''));
  }
  const strange = [...roles.values()].flat().find((login) => !isLogin(login));
  if (strange !== undefined) return wrong(`"${strange}" is no GitHub login. Write logins as alice,bob.`);
  return { roles: Object.fromEntries(roles) };
}

function loginsIn(text: string): string[] {
  return uniqueNames(
    text
      .split(/[\s,]+/)
      .filter((login) => login !== '')
      .map((login) => login.replace(/^@/, '')),
  );
}

/** Roles that the preset knows. */
function rolesIn(preset: string): string[] {
  const prepared = prepare(`extends: [${preset}]\nreleases: [{ version: '1.0', release: 2027-03-16 }]\n`);
  return 'problems' in prepared ? [] : Object.keys(prepared.releases[0]?.roles ?? {});
}
