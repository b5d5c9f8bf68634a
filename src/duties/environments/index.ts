// Tells teams where to test a candidate once that is ready, and lets the candidate be merged when they had time to test.
import { speakersOf } from '../../commands/teams-of.ts';
import type { Desired } from '../../domain/desired.ts';
import { MESSAGES } from '../../domain/outbox.ts';
import { branchesOf } from '../../domain/release-line.ts';
import { type Release, hasSections, isOver, isRunning } from '../../domain/release.ts';
import { recordKey } from '../../memory/record.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Duty, DutyAnswer, DutyContext } from '../duty.ts';
import { cast } from './cast.ts';
import { allowMergeCommand, canTestCommand, environmentCommand } from './commands.ts';
import { type EnvironmentsConfig, environmentsConfig, references, texts } from './config.ts';
import { type Gate, gatesOf } from './gate.ts';
import { DUTY, type EnvironmentsFact, type EnvironmentsInput } from './input.ts';
import { lacksOf } from './lacks.ts';
import { type Turned, looksOf, pagesToAsk, turned } from './look.ts';
import { RECORD } from './memory.ts';
import { pane } from './pane.ts';
import { permissions } from './permissions.ts';
import { gateFor } from './pulls.ts';
import { readyPlace } from './ready-place.ts';
import { waitingMessages } from './reactions.ts';
import { checkOf } from './render-check.ts';
import { renderSection } from './render-section.ts';
import { render } from './render.ts';
import { rows, standingOf } from './standing.ts';
import { told } from './tell.ts';
import { unread } from './unread.ts';
import { type Bound, overrides, recordsOf } from './wishes.ts';

declare module '../duty.ts' {
  interface Told {
    /** Where people can test a candidate of a release now; other duties link nothing else. */
    readonly environments: typeof readyPlace;
  }
}

export const environmentsDuty: Duty<EnvironmentsConfig, EnvironmentsFact> = {
  name: DUTY,
  title: 'Test environments',
  description:
    'Tells teams where to test a release candidate once its test environment is ready, and asks them to confirm. A check on the pull request of the candidate says whether it may be merged.',
  config: environmentsConfig,
  references,
  texts,
  needs: ['ownIssues', 'commands', 'branches', 'candidates', 'testPages', 'seen'],
  leansOn: ['tracking-issue'],
  lacks: lacksOf,
  marks: ({ label }) => [{ key: 'environments.label', names: [label], byDefault: [], kinds: [] }],
  wakesOn: ['issue_comment', 'pull_request', 'deployment_status', 'push'],
  permissions,
  rows,
  cast,
  panes: [pane],
  commands: [environmentCommand, canTestCommand, allowMergeCommand],
  tells: () => ({ environments: readyPlace }),
  asks: questions,
  desire,
};

function questions(context: DutyContext<EnvironmentsConfig>) {
  const { config, releases, teams, now, told: others } = context;
  const running = releases.filter((release) => isRunning(release, now));
  const named = Object.values(config.named);
  const isOn = running.length > 0 && named.length > 0;
  return {
    ownIssues: {
      keys: running.map(trackingKey),
      records: running.flatMap((release) => [
        recordKey(trackingKey(release), RECORD),
        recordKey(trackingKey(release), MESSAGES),
      ]),
    },
    commands: Object.values(teams).flatMap((team) => [team.github, ...speakersOf(team)]),
    branches: [...new Set(running.flatMap(branchesOf))],
    labels: [config.label],
    ...(isOn
      ? {
          candidates: {
            labels: [config.label],
            deployments: [...new Set(named.flatMap(({ deployment }) => deployment ?? []))],
          },
          testPages: [(issues: Parameters<typeof pagesToAsk>[1]) => pagesToAsk(context, issues)],
        }
      : {}),
    // Nobody answers a message that is not sent.
    seen:
      others?.notices === true
        ? [(issues: Parameters<typeof waitingMessages>[1]) => waitingMessages(context, issues)]
        : [],
  };
}

function desire(input: EnvironmentsInput): DutyAnswer {
  const { observed, now, source } = input;
  const all = looksOf(input, observed.ownIssues).map((look) => {
    const run = turned(look, input);
    return { run, gates: gatesOf(run.plans, run.memory, { now, holidays: source.spec.holidays }) };
  });
  const bound = bindPulls(all, input);
  const tellings = all.flatMap(({ run }) => run.plans.map((plan) => told(plan, run, input)));
  return {
    desired: [
      ...all.flatMap(({ run }) => recordsOf(run, bound)),
      ...all.flatMap(({ run }) => overrides(run, input)),
      ...tellings.flatMap(({ desired }) => desired),
      ...bound.flatMap(({ number, gate }) => checks(number, gate, all, input)),
      ...sections(all, input),
    ],
    skips: [...tellings.flatMap(({ skips }) => skips), ...unread(input)],
    standing: all.flatMap(({ run }) => standingOf(run, input)),
  };
}

interface Both {
  readonly run: Turned;
  readonly gates: readonly Gate[];
}

/** The release that is next comes first. */
function bindPulls(all: readonly Both[], { observed, now }: EnvironmentsInput): Bound[] {
  const { pulls, merged } = observed.candidates;
  const gates = all
    .toSorted((a, b) => (a.run.release.release < b.run.release.release ? -1 : 1))
    .flatMap((one) => one.gates);
  return (pulls.known ? pulls.value : []).flatMap((pull): Bound[] => {
    const gate = gateFor(pull, gates, merged, { branches: observed.branches, now });
    return gate === undefined ? [] : [{ number: pull.number, gate }];
  });
}

function checks(number: number, gate: Gate, all: readonly Both[], { teams }: EnvironmentsInput): Desired[] {
  const tracking = all.find(({ run }) => run.release.version === gate.release.version)?.run.tracking;
  return [checkOf(number, gate, { teams, issue: tracking?.url })];
}

function sections(all: readonly Both[], input: EnvironmentsInput): Desired[] {
  return input.releases
    .filter((release) => hasSections(release, input.now))
    .map((release) => ({
      kind: 'section',
      issue: trackingKey(release),
      name: DUTY,
      text: sectionText(release, all, input),
      why: render.whySection(),
    }));
}

function sectionText(release: Release, all: readonly Both[], { now, teams }: EnvironmentsInput): string {
  const own = all.find(({ run }) => run.release.version === release.version);
  return own === undefined || isOver(release, now) ? '' : renderSection(own.gates, teams, now);
}
