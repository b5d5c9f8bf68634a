// Shows a freeze on the pull requests that it holds up, and keeps the exceptions from it.
import { isoInstant } from '../../domain/day.ts';
import { branchesOf, linesOf } from '../../domain/release-line.ts';
import { type Release, hasSections } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { labelsToFind } from '../missing-labels.ts';
import type { Duty, DutyAnswer, DutyContext } from '../duty.ts';
import { cast } from './cast.ts';
import { commentsOf, labelOf } from './comments.ts';
import { type FreezeConfig, freezeConfig, references } from './config.ts';
import { answerAlone } from './exceptions/answer-alone.ts';
import { askDeciders, undecided } from './exceptions/ask-deciders.ts';
import { onPull, onRelease } from './exceptions/commands.ts';
import { askedPeople } from './exceptions/deciders.ts';
import { hear } from './exceptions/hear.ts';
import { begun, freezing } from './freezes.ts';
import { CONTEXT, DUTY, type FreezeFact, type FreezeInput, sightOf } from './input.ts';
import { lacksOf } from './lacks.ts';
import { pane } from './pane.ts';
import { permissions } from './permissions.ts';
import { rows } from './rows.ts';
import { sectionsOf } from './section.ts';
import { type Judged, statusesOf } from './statuses.ts';
import { verdictOf } from './verdict.ts';

declare module '../duty.ts' {
  interface Told {
    /** Milestones of a release after which people need an exception, by id, and who decides about it, by login. */
    readonly exceptions: (release: Release) => {
      readonly after: readonly string[];
      readonly deciders: readonly string[];
    };
  }
}

export const freezeDuty: Duty<FreezeConfig, FreezeFact> = {
  name: DUTY,
  title: 'Freeze',
  description:
    'Shows on each pull request to a frozen branch what is still allowed, and until when. Keeps the exceptions that people ask for and decide about.',
  config: freezeConfig,
  references,
  needs: ['pulls', 'openPulls', 'listedPulls', 'branches', 'publications', 'ownIssues', 'commands', 'labels'],
  leansOn: ['tracking-issue'],
  lacks: lacksOf,
  marks: namedLabels,
  wakesOn: ['pull_request', 'issue_comment', 'push', 'create', 'release'],
  permissions,
  rows,
  cast,
  panes: [pane],
  commands: [onRelease, onPull],
  tells: (config) => ({
    exceptions: (release) => ({
      after: freezing(release, config).map(({ id }) => id),
      deciders: askedPeople(release, config),
    }),
  }),
  asks: questions,
  desire,
};

function namedLabels({ allow }: FreezeConfig) {
  return [{ key: 'freeze.allow', names: allow, byDefault: [], kinds: [] }];
}

/** Statuses are read from the first freeze on, until what was said of it is taken back. */
function questions(context: DutyContext<FreezeConfig>) {
  const { config, releases, now } = context;
  const running = releases.filter((release) => hasSections(release, now));
  const frozen = begun(running, config, now);
  const starts = frozen.flatMap((release) => freezing(release, config).map(({ deadline }) => deadline));
  const [since] = starts.toSorted((a, b) => a - b);
  return {
    labels: [...(config.label === undefined ? [] : [config.label]), ...labelsToFind(namedLabels(config))],
    ownIssues: { keys: running.map(trackingKey) },
    branches: [...new Set(running.flatMap(branchesOf))],
    publications: frozen.flatMap(madeHere),
    commands: running.flatMap(holdersOf),
    pulls: {
      branches: [],
      teams: [],
      labels: config.label === undefined ? [] : [config.label],
      fixLabels: [],
      roleTeams: running.flatMap(holdersOf),
      ties: { milestones: [], labels: [], titles: [], heads: [], paths: [] },
      ...(since !== undefined || config.always ? { statuses: [CONTEXT] } : {}),
      ...(since === undefined ? {} : { since: isoInstant(since) }),
    },
  };
}

function madeHere(release: Release): string[] {
  return linesOf(release).flatMap(({ version, branch }) => (branch === undefined ? [] : [version]));
}

/** Teams and people with a role. */
function holdersOf({ roles, roleTeams = {} }: Release): string[] {
  return [roles, roleTeams].flatMap((held) => Object.values(held).flat());
}

function desire(input: FreezeInput): DutyAnswer {
  const { observed } = input;
  const sight = sightOf(input);
  const { steps, entries } = hear(input);
  const judged = observed.listedPulls.map((pull): Judged => ({
    pull,
    verdict: verdictOf(pull, sight, steps),
  }));
  const statuses = statusesOf(judged, input);
  const onPulls = observed.pulls.flatMap((pull) => {
    const listed = observed.listedPulls.find(({ number }) => number === pull.number);
    const verdict = verdictOf(pull, sight, steps);
    return [...commentsOf(pull, listed, verdict, steps, input), ...labelOf(pull, steps, input)];
  });
  const running = input.releases.filter((release) => hasSections(release, input.now));
  const asked = running.flatMap((release) => askDeciders(release, steps.get(release.version) ?? [], input));
  return {
    desired: [
      ...entries,
      ...asked,
      ...statuses.desired,
      ...onPulls,
      ...sectionsOf(steps, input),
      ...answerAlone(input),
    ],
    skips: statuses.skips,
    standing: running.flatMap((release) => undecided(release, steps.get(release.version) ?? [], input)),
  };
}
