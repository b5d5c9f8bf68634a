// The commands on a case file: a day, a word about how it goes, or another team.
import { type Answer, type Given, told } from '../../../commands/command.ts';
import { dayAt } from '../../../domain/day.ts';
import { nearest } from '../../../domain/nearest.ts';
import { shorten } from '../../../text/shorten.ts';
import type { CommandScene, DutyCommand } from '../../duty.ts';
import type { CaseMemory } from '../case/case-memory.ts';
import type { FailingTestsConfig } from '../config.ts';
import { type Owner, idOfTeam } from '../judge/owner.ts';
import { etaDay } from './eta.ts';
import { CASE_PLACE } from './place.ts';
import { answers } from './render-answers.ts';

/** A case file as its commands see it. */
export interface CaseAt {
  readonly memory: CaseMemory;
  /** Who had it before the comment. */
  readonly owner: Owner;
  readonly closed: boolean;
}

type CaseScene = CommandScene<FailingTestsConfig, CaseAt>;

type CaseCommand = DutyCommand<FailingTestsConfig, CaseAt, CaseMemory>;

/** Longest text about progress that is kept, in characters. */
const LONGEST = 300;

export const caseCommands: readonly CaseCommand[] = [
  caseCommand({
    name: 'eta',
    usage: 'DAY because REASON',
    help: 'sets the expected fix date; the reason is optional',
    note: 'With `eta` DAY may also be `today`, `tomorrow` or `friday`.',
    carryOut: setEta,
  }),
  caseCommand({
    name: 'progress',
    usage: 'TEXT',
    help: 'posts an update for the release leads',
    carryOut: setProgress,
  }),
  caseCommand({
    name: 'not-ours',
    usage: 'TEAM',
    help: 'passes the tests to another team',
    note: 'TEAM is the id of a team of the config, or its name on GitHub.',
    carryOut: handOver,
  }),
];

function caseCommand(
  command: Pick<CaseCommand, 'name' | 'usage' | 'help' | 'note' | 'carryOut'>,
): CaseCommand {
  return {
    ...command,
    place: CASE_PLACE.name,
    right: 'owner',
    measure: (_, { at }) => ({ owner: ownersOf(at.owner) }),
    carryOut: (given, scene) => (scene.at.closed ? told(answers.closed()) : command.carryOut(given, scene)),
  };
}

function ownersOf({ team, people, listed = [], lead }: Owner) {
  const all = [...people, ...listed, ...(lead === undefined ? [] : [lead])];
  return { teams: team === undefined ? [] : [team], people: all };
}

function setEta({ words, because, giver }: Given, { release, context, at }: CaseScene): Answer<CaseMemory> {
  const today = dayAt(context.now, release.timezone);
  const day = etaDay(words.join(' '), today, context.source.spec.holidays);
  if (day === undefined) return told(answers.whichDay());
  const by = giver.login;
  const eta = because === undefined ? { day, by } : { day, by, because };
  return { good: true, words: 'noted', after: { ...at.memory, eta } };
}

/** The word "because" begins no reason here. */
function setProgress({ words, because, giver }: Given, { context, at }: CaseScene): Answer<CaseMemory> {
  const text = [...words, ...(because === undefined ? [] : ['because', because])].join(' ');
  if (text === '') return told(answers.whatProgress());
  const progress = { text: shorten(text, LONGEST), by: giver.login, at: context.now };
  return { good: true, words: 'noted', after: { ...at.memory, progress } };
}

/** Another team begins with its own time to answer. */
function handOver({ words }: Given, { context, at }: CaseScene): Answer<CaseMemory> {
  const wanted = words.join(' ').replace(/^@/, '');
  const ids = Object.keys(context.teams);
  const id = ids.find((one) => one === wanted.toLowerCase()) ?? idOfTeam(wanted, context);
  if (id === undefined) return told(answers.whichTeam(ids, nearest(wanted, ids)));
  if (id === at.owner.id) return told(answers.sameTeam(id));
  return {
    good: true,
    words: `handed to ${id}`,
    after: { ...at.memory, owner: id, rung: undefined, eta: undefined },
  };
}
