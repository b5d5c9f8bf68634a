// The commands by which an environment is ready or taken down, teams confirm it, and somebody lets a candidate through.
import { type Answer, type Given, type Measure, told } from '../../commands/command.ts';
import { speakersOf, teamsOf } from '../../commands/teams-of.ts';
import { looksSecret } from '../../domain/secret-shapes.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { CommandScene, DutyCommand } from '../duty.ts';
import type { EnvironmentsConfig } from './config.ts';
import { type EnvironmentRow, memoryIn, rowOf } from './memory.ts';
import { type Plan, plansOf } from './plans.ts';
import { answers } from './render-answers.ts';
import type { Word } from './turn.ts';

type Scene = CommandScene<EnvironmentsConfig>;

/** A word about the environment `name`. */
export interface Said {
  readonly name: string;
  readonly word: Word;
}

/** A candidate that may be merged, by the id of its milestone. */
export interface Allowed {
  readonly milestone: string;
  readonly because: string;
}

type Named<E> = DutyCommand<EnvironmentsConfig, undefined, never, E>;

export const environmentCommand: Named<Said> = {
  name: 'environment',
  usage: 'STATE [URL] [NAME]',
  place: 'release',
  right: 'team',
  help: 'says that a test environment is ready, or that it was taken down',
  note: 'STATE is `ready` or `down`. `ready` takes the URL unless the config has it. NAME is needed if the release has several environments.',
  off: answers.off(),
  example: '/release environment ready https://rc1.test.example.org',
  carryOut: (given, scene) => sayState(given, scene),
};

export const canTestCommand: Named<Said> = {
  name: 'can-test',
  usage: '[NAME]',
  place: 'release',
  right: 'member',
  help: 'confirms, for your team, that it can test a candidate',
  off: answers.off(),
  measure: (_, { context: { teams } }) => ({
    owner: {
      teams: Object.values(teams).map(({ github }) => github),
      people: Object.values(teams).flatMap(speakersOf),
    },
  }),
  carryOut: (given, scene) => canTest(given, scene),
};

export const allowMergeCommand: Named<Allowed> = {
  name: 'allow-merge',
  usage: '[MILESTONE] because REASON',
  place: 'release',
  right: 'lead',
  help: 'lets a candidate be merged before its tests are confirmed',
  note: 'With the key `environments.override`, people with that role can use `allow-merge`, too. relcomms keeps the reason.',
  off: answers.off(),
  measure: (_, { context }) => roleIn(context),
  carryOut: (given, scene) => allowMerge(given, scene),
};

function sayState({ words, giver, comment }: Given, scene: Scene): Answer<never, Said> {
  const [state = '', ...rest] = words;
  const kind = state.toLowerCase();
  if (kind !== 'ready' && kind !== 'down') return told(answers.form());
  const urls = rest.filter((word) => /^https?:/i.test(word));
  const names = rest.filter((word) => !urls.includes(word));
  if (urls.length > 1 || names.length > 1 || (kind === 'down' && urls.length > 0))
    return told(answers.form());
  const { now } = scene.context;
  const isNext: Fits = (row, plan) => !isUp(row, plan) && plan.opens <= now;
  const found = planOf(names[0], scene, kind === 'down' ? isUp : isNext);
  if ('problem' in found) return told(found.problem);
  const { plan, row: before } = found;
  const at = comment.at ?? now;
  const who = giver.login;
  if (kind === 'down')
    return before.ready === undefined
      ? told(answers.notReady(plan.name))
      : { good: true, words: 'down', effect: { name: plan.name, word: { kind, who, at } } };
  const [written] = urls;
  if (written === undefined && plan.config.url === undefined) return told(answers.noUrl());
  const problem = written === undefined ? undefined : problemOf(written);
  if (problem !== undefined) return told(problem);
  return { good: true, words: 'ready', effect: { name: plan.name, word: { kind, who, at, url: written } } };
}

function problemOf(url: string): string | undefined {
  if (looksSecret(url)) return answers.secret();
  const isGood = url.length <= 500 && /^https:\/\/[^\s<>"]+$/.test(url) && URL.canParse(url);
  return isGood ? undefined : answers.badUrl();
}

function canTest({ words, giver, comment }: Given, scene: Scene): Answer<never, Said> {
  const found = planOf(words[0], scene, isUp);
  if (words.length > 1) return told(answers.formCanTest());
  if ('problem' in found) return told(found.problem);
  const { plan, row } = found;
  const teams = teamsOf(giver, scene.context.teams).filter((team) => plan.teams.includes(team));
  if (teams.length === 0) return told(answers.noTeam(plan.name));
  if (!isUp(row, plan)) return told(answers.notReady(plan.name));
  const at = comment.at ?? scene.context.now;
  return {
    good: true,
    words: 'can test',
    effect: { name: plan.name, word: { kind: 'can-test', who: giver.login, at, teams } },
  };
}

/** A config without the section has no role for it. */
function roleIn({ config }: { readonly config: EnvironmentsConfig | undefined }): Measure {
  return config?.override === undefined ? {} : { role: config.override };
}

function allowMerge({ words, because }: Given, scene: Scene): Answer<never, Allowed> {
  const { release, context } = scene;
  const ids = [...new Set(plansOf(release, context).map(({ candidate }) => candidate.id))];
  const milestone = words[0]?.toLowerCase() ?? (ids.length === 1 ? ids[0] : undefined);
  if (words.length > 1 || because === undefined || because.trim() === '') return told(answers.reason());
  if (milestone === undefined || !ids.includes(milestone)) return told(answers.whichCandidate(ids));
  if (looksSecret(because)) return told(answers.secret());
  return { good: true, words: 'allowed', effect: { milestone, because } };
}

type Fits = (row: EnvironmentRow, plan: Plan) => boolean;

const isUp: Fits = ({ ready, ended }) => ready !== undefined && ended === undefined;

/** The environment that is named, else the only one that the command may be about. */
function planOf(
  named: string | undefined,
  { release, context, issues }: Scene,
  fits: Fits,
): { readonly plan: Plan; readonly row: EnvironmentRow } | { readonly problem: string } {
  const memory = memoryIn(issues.find(({ key }) => key === trackingKey(release)));
  const all = plansOf(release, context).map((plan) => ({ plan, row: rowOf(plan.name, memory) }));
  if (all.length === 0) return { problem: answers.none() };
  const fitting = all.filter(({ plan, row }) => fits(row, plan));
  const [only, ...more] = fitting.length === 0 ? all : fitting;
  const found =
    named === undefined && more.length === 0
      ? only
      : all.find(({ plan: { name } }) => name === named?.toLowerCase());
  return found ?? { problem: answers.which(all.map(({ plan: { name } }) => name)) };
}
