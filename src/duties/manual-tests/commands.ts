// The commands by which people record the result of a manual test, and see theirs.
import { type Answer, type Given, type Measure, told } from '../../commands/command.ts';
import { speakersOf } from '../../commands/teams-of.ts';
import { dayAt } from '../../domain/day.ts';
import type { Known } from '../../domain/known.ts';
import { type ManualResult, type Result, type TestRun, keyOf, runsOf } from '../../domain/manual-test.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Milestone } from '../../domain/release.ts';
import { andMore } from '../../text/more-words.ts';
import type { CommandScene, DutyCommand } from '../duty.ts';
import { activeOf, candidatesOf } from './candidates.ts';
import type { ManualConfig } from './config.ts';
import { type TestState, resultsPath, stateOf } from './known.ts';
import { bookWords } from './render-book.ts';
import { answers } from './render.ts';

export type Scene = CommandScene<ManualConfig>;

/** Its effect is the new row of the results. */
export const testCommand: DutyCommand<ManualConfig, undefined, never, ManualResult> = {
  name: 'test',
  usage: 'RESULT ID [CANDIDATE] because REASON',
  place: 'release',
  right: 'owner',
  help: answers.helpTest(),
  note: answers.note(),
  example: '/release test fail api-upload because it stops at 90 %',
  off: answers.off(),
  measure,
  carryOut: record,
};

export const testsCommand: DutyCommand<ManualConfig, undefined, never, never> = {
  name: 'tests',
  usage: '',
  place: 'release',
  right: 'member',
  help: answers.helpTests(),
  off: answers.off(),
  measure: (_, scene) => anyTeam(scene),
  carryOut: list,
};

const SPELLINGS: Readonly<Record<string, Result>> = {
  pass: 'pass',
  passed: 'pass',
  fail: 'fail',
  failed: 'fail',
  block: 'blocked',
  blocked: 'blocked',
  'n/a': 'n/a',
  na: 'n/a',
};

interface Target {
  readonly result: Result;
  readonly run: TestRun;
  readonly candidate: Milestone;
  readonly state: TestState;
}

type Found = Target | { readonly problem: string };

/** The people of the team of the test, and who has it now; where that is no test, all teams are told why. */
function measure(given: Given, scene: Scene): Measure {
  if ((scene.context.config as unknown) === undefined || scene.observed === undefined) return anyTeam(scene);
  const found = targetOf(given, scene);
  if ('problem' in found) return anyTeam(scene);
  const { run, candidate, state } = found;
  const team = scene.context.teams[run.test.team];
  const tester = state.results.get(keyOf({ candidate: candidate.id, run: run.id }))?.tester;
  const people = [...(team === undefined ? [] : speakersOf(team)), ...(tester === undefined ? [] : [tester])];
  return { owner: { teams: team === undefined ? [] : [team.github], people } };
}

export function anyTeam({ context: { teams } }: Scene): Measure {
  const all = Object.values(teams);
  return { owner: { teams: all.map(({ github }) => github), people: all.flatMap(speakersOf) } };
}

function record(given: Given, scene: Scene): Answer<never, ManualResult> {
  const found = targetOf(given, scene);
  if ('problem' in found) return told(found.problem);
  const { result, run, candidate } = found;
  const { giver, because, comment } = given;
  if (because === undefined && result !== 'pass') return told(answers.why(result));
  const day = dayAt(comment.at ?? scene.context.now, scene.release.timezone);
  return {
    good: true,
    words: answers.recorded(result, run.id, candidate.id),
    effect: {
      run: run.id,
      candidate: candidate.id,
      result,
      tester: giver.login.toLowerCase(),
      day,
      ...(because === undefined ? {} : { note: because }),
    },
  };
}

function targetOf({ words: [written = '', id, named, ...more] }: Given, scene: Scene): Found {
  const word = written.toLowerCase();
  const result = Object.hasOwn(SPELLINGS, word) ? SPELLINGS[word] : undefined;
  if (result === undefined || id === undefined || more.length > 0) return { problem: answers.form() };
  const state = stateIn(scene);
  if (!state.known) return { problem: answers.unread(state.why) };
  const candidate = candidateOf(named, scene);
  if ('problem' in candidate) return candidate;
  const runs = runsOf(state.value.tests, candidate.id);
  const run = runs.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (run !== undefined) return { result, run, candidate, state: state.value };
  const several = runs.filter(({ test }) => test.id === id.toLowerCase()).map((one) => one.id);
  if (several.length > 0) return { problem: answers.which(several) };
  const ids = runs.map((one) => one.id);
  return { problem: answers.noTest(nearest(id.toLowerCase(), ids), candidate.id) };
}

/** Of what this look showed: what others said in the same run is not in it. */
export function stateIn({ release, context, observed }: Scene): Known<TestState> {
  return stateOf(release, context, observed?.files ?? []);
}

/** Of several that are tested now, the earliest. */
export function candidateOf(
  named: string | undefined,
  scene: Scene,
): Milestone | { readonly problem: string } {
  const { release, context } = scene;
  if (named === undefined) return activeIn(scene)[0] ?? { problem: answers.notNow() };
  const all = candidatesOf(release, context.config);
  return (
    all.find(({ id }) => id === named.toLowerCase()) ?? {
      problem: answers.noCandidate(all.map(({ id }) => id)),
    }
  );
}

function activeIn({ release, context: { config, now, source } }: Scene): Milestone[] {
  const { holidays } = source.spec;
  return activeOf(release, { config, now, holidays }).map(({ milestone }) => milestone);
}

/** Tests of a list: an answer has 25 lines at most. */
const MOST = 20;

function list({ giver }: Given, scene: Scene): Answer<never, never> {
  const state = stateIn(scene);
  if (!state.known) return told(answers.unread(state.why));
  const { tests, results } = state.value;
  const own = activeIn(scene).flatMap((candidate) =>
    runsOf(tests, candidate.id).flatMap((run) => {
      const row = results.get(keyOf({ candidate: candidate.id, run: run.id }));
      return row?.tester === giver.login.toLowerCase()
        ? [{ run, candidate, isOpen: row.result === undefined }]
        : [];
    }),
  );
  const open = own.filter(({ isOpen }) => isOpen);
  const where = answers.where(resultsPath(scene.release), scene.context.config.branch);
  const items = [
    ...open.slice(0, MOST).map(({ run, candidate }) => answers.item(run.id, run.test.title, candidate)),
    ...andMore(open.length - MOST, where),
  ];
  const book = bookLine(scene);
  const reply =
    own.length === 0
      ? answers.none()
      : open.length === 0
        ? answers.done(own.length)
        : [
            answers.open(open.length, own.length),
            items.map((item) => `- ${item}`).join('\n'),
            answers.how(),
            ...book,
          ].join('\n\n');
  return { good: true, words: answers.listed(), reply };
}

/** Where the workbook is, once it is there. */
function bookLine({ release, context, observed }: Scene): string[] {
  const { branch } = context.config;
  const book = observed?.books?.find((one) => one.branch === branch && one.folder === release.version);
  return book?.there.known === true && book.there.value.workbook !== undefined
    ? [bookWords.tests(book.there.value.url)]
    : [];
}
