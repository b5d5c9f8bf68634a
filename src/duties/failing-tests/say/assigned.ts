// Whom a failing-test issue is assigned to: that tells them, and nobody else who follows the issue.
import { LEADING_ROLES } from '../../../commands/rights.ts';
import type { Release } from '../../../domain/release.ts';
import type { ContextTeam } from '../../context-team.ts';
import { includesName, uniqueNames } from '../../../people/names.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { CaseMemory } from '../case/case-memory.ts';
import { entryOf } from '../case/keys.ts';
import { ladderOf, peopleOf } from './ladder.ts';
import type { NoticeSetting } from './notice-setting.ts';
import { render } from './render.ts';

/** GitHub takes ten assignees. */
const MOST = 10;

export interface CaseAssignee {
  readonly login: string;
  /** Key of the line in the log that remembers it. */
  readonly entry: string;
  readonly why: string;
  /** That line. */
  readonly text: string;
  /** Parts of the key of its line there. */
  readonly name: readonly string[];
}

/** The lead of the team that has it, and whom the last step asks by assigning; each once, so that people may take it back. */
export function assigneesOf(file: CaseFile, memory: CaseMemory, setting: NoticeSetting): CaseAssignee[] {
  const { lead } = file.owner;
  const { rung } = memory;
  const { key } = file;
  const isLed = lead !== undefined && !setting.isQuiet(lead) && isAssignable(lead, setting);
  const asked = rung?.assigned === true ? peopleOf(rung.name, ladderOf({ ...file, memory }, setting)) : [];
  return uniqueNames([...(isLed ? [lead] : []), ...asked])
    .filter((login) => !isNoted(file, login, setting))
    .map((login) => {
      const isLead = login === lead || rung === undefined;
      return {
        login,
        entry: entryOf(key, 'assigned', login),
        name: ['assigned', login],
        text: isLead ? render.assignedEntry(file, login) : render.steppedEntry(file, login),
        why: isLead ? render.whyAssigned() : render.whyStepped(),
      };
    });
}

/** Whom it could be assigned to: GitHub is asked who of them may be. */
export function mayBeAssigned(
  releases: readonly Release[],
  teams: Readonly<Record<string, ContextTeam>>,
): string[] {
  const leads = Object.values(teams).flatMap(({ lead }) => lead ?? []);
  const roles = [...LEADING_ROLES, 'scrum-master'];
  return uniqueNames([
    ...leads,
    ...releases.flatMap((release) => roles.flatMap((role) => release.roles[role] ?? [])),
  ]);
}

/** Whether a step can ask all of these by assigning them: who was assigned before would not hear of it. */
export function canAssign(people: readonly string[], file: CaseFile, setting: NoticeSetting): boolean {
  const prefix = `${entryOf(file.key, 'assigned')}/`;
  const entries = setting.tracking?.ledger?.entries ?? [];
  const before = entries.filter(({ key }) => key.startsWith(prefix)).length;
  return (
    before + people.length <= MOST &&
    people.every((login) => isAssignable(login, setting) && !isNoted(file, login, setting))
  );
}

function isAssignable(login: string, { input }: NoticeSetting): boolean {
  return includesName(input.observed.assignable, login);
}

function isNoted(file: CaseFile, login: string, { tracking }: NoticeSetting): boolean {
  const key = entryOf(file.key, 'assigned', login);
  return tracking?.ledger?.entries.some((entry) => entry.key === key) === true;
}
