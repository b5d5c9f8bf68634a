// The command by which a team signs off a candidate.
import { type Answer, type Given, type Measure, told } from '../../commands/command.ts';
import { speakersOf, teamsOf } from '../../commands/teams-of.ts';
import { dayAt } from '../../domain/day.ts';
import { type ManualResult, runsOf } from '../../domain/manual-test.ts';
import type { Milestone } from '../../domain/release.ts';
import { countResults, isPassed } from '../../manual-tests/count-results.ts';
import { signOffRow } from '../../manual-tests/sign-off.ts';
import type { DutyCommand } from '../duty.ts';
import { type Scene, anyTeam, candidateOf, stateIn } from './commands.ts';
import type { ManualConfig } from './config.ts';
import { answers } from './render.ts';
import { signOffAnswers } from './render-sign-off.ts';

/** Its effect is a row of the results. */
export const signOffCommand: DutyCommand<ManualConfig, undefined, never, ManualResult> = {
  name: 'sign-off',
  usage: '[TEAM] [CANDIDATE] because REASON',
  place: 'release',
  right: 'owner',
  help: signOffAnswers.help(),
  note: signOffAnswers.note(),
  off: answers.off(),
  measure,
  carryOut: signOff,
};

/** The people of the team that is named; else those of all teams, of which each may sign off for its own. */
function measure({ words }: Given, scene: Scene): Measure {
  const { teams } = scene.context;
  const id = words.map((word) => word.toLowerCase()).find((word) => Object.hasOwn(teams, word));
  const team = id === undefined ? undefined : teams[id];
  return team === undefined ? anyTeam(scene) : { owner: { teams: [team.github], people: speakersOf(team) } };
}

interface Target {
  readonly team: string;
  readonly candidate: Milestone;
}

function signOff(given: Given, scene: Scene): Answer<never, ManualResult> {
  const { context, release } = scene;
  if (!context.config['sign-off']) return told(signOffAnswers.notAsked());
  const state = stateIn(scene);
  if (!state.known) return told(answers.unread(state.why));
  const found = targetOf(given, scene);
  if ('problem' in found) return told(found.problem);
  const { team, candidate } = found;
  const runs = runsOf(state.value.tests, candidate.id).filter(({ test }) => test.team === team);
  if (runs.length === 0) return told(signOffAnswers.noTests(team, candidate.id));
  const counts = countResults(runs, candidate.id, state.value.results);
  const { because, giver, comment } = given;
  if (because === undefined && !isPassed(counts)) return told(signOffAnswers.unready(team, counts));
  const day = dayAt(comment.at ?? context.now, release.timezone);
  return {
    good: true,
    words: signOffAnswers.recorded(team, candidate.id),
    effect: signOffRow(team, candidate.id, { by: giver.login.toLowerCase(), day, because }),
  };
}

/** Teams and candidates are told apart by their ids; a team comes first. */
function targetOf({ words, giver }: Given, scene: Scene): Target | { readonly problem: string } {
  const { teams } = scene.context;
  const [first, ...rest] = words;
  const isNamed = first !== undefined && Object.hasOwn(teams, first.toLowerCase());
  const [named, ...more] = isNamed ? rest : words;
  if (more.length > 0) return { problem: signOffAnswers.form() };
  const candidate = candidateOf(named, scene);
  if ('problem' in candidate) return candidate;
  const [own, ...others] = isNamed ? [first.toLowerCase()] : teamsOf(giver, teams);
  if (own === undefined || others.length > 0)
    return { problem: signOffAnswers.whichTeam(Object.keys(teams)) };
  return { team: own, candidate };
}
