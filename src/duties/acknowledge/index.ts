// Asks every team whether it has seen the day of a milestone, again when that moves, and says who is silent.
import { parseCommand } from '../../commands/parse.ts';
import { teamsOf } from '../../commands/teams-of.ts';
import { dayAt } from '../../domain/day.ts';
import type { Desired } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import type { Standing } from '../../domain/standing.ts';
import { keyOf } from '../../text/marker.ts';
import type { Duty, DutyAnswer, DutyInput } from '../duty.ts';
import { type Ask, dueAsk, dueRung, keys, silentTeams } from './ask.ts';
import { type AcknowledgeConfig, acknowledgeConfig } from './config.ts';
import { render } from './render.ts';

type AcknowledgeFact = 'ownIssues' | 'commands';

export type AcknowledgeInput = DutyInput<AcknowledgeConfig, AcknowledgeFact>;

export const acknowledgeDuty: Duty<AcknowledgeConfig, AcknowledgeFact> = {
  name: 'acknowledge',
  title: 'Acknowledgements',
  description:
    'Every team says that it has seen the day of a milestone, and the new one when it moves. Silence reaches the lead of the team, those who lead the release, and the scrum masters.',
  config: acknowledgeConfig,
  needs: ['ownIssues', 'commands'],
  wakesOn: ['push', 'issue_comment'],
  asks: ({ releases, now, teams }) => ({
    issues: runningAt(releases, now).map(trackingKey),
    labels: [],
    milestones: [],
    logins: [],
    teams: Object.values(teams).map(({ github }) => github),
  }),
  desire: (input) => {
    const answers = runningAt(input.releases, input.now).map((release) => desireFor(release, input));
    return {
      desired: answers.flatMap(({ desired }) => desired),
      skips: [],
      standing: answers.flatMap(({ standing = [] }) => standing),
    };
  },
};

/** Without a log nothing could be remembered: the next run has one. */
function desireFor(release: Release, input: AcknowledgeInput): DutyAnswer {
  const tracking = input.observed.ownIssues.find(({ key }) => key === trackingKey(release));
  const none = { desired: [], skips: [] };
  if (tracking?.ledger === undefined || tracking.state === 'closed') return none;
  if (Object.keys(input.teams).length === 0) return none;
  const ahead = release.milestones.filter(
    ({ id, deadline }) => input.config.milestones.includes(id) && deadline > input.now,
  );
  const answers = ahead.map((milestone) => desireMilestone(release, milestone, tracking, input));
  return {
    desired: answers.flatMap(({ desired }) => desired),
    skips: [],
    standing: answers.flatMap(({ standing = [] }) => standing),
  };
}

function desireMilestone(
  release: Release,
  milestone: Milestone,
  tracking: OwnIssue,
  input: AcknowledgeInput,
): DutyAnswer {
  const said = saidNow(release, input);
  const entries = tracking.ledger?.entries ?? [];
  const ask: Ask = { context: input, release, milestone, entries, now: said.map(({ team }) => team) };
  const issue = trackingKey(release);
  const day = dayAt(input.now, release.timezone);
  const due = dueAsk(ask);
  const told = (key: string, body: string, text: string, why: string): Desired[] => [
    { kind: 'comment', issue, key, entry: key, body, why },
    { kind: 'entry', issue, key, day, text, why },
  ];
  if (due !== undefined) {
    const teams = Object.values(input.teams).map(({ github }) => github);
    const body = render.ask(milestone, due === 'again', teams);
    const why = render.whyAsk(milestone);
    return {
      desired: told(keys.asked(release, milestone), body, render.askEntry(milestone), why),
      skips: [],
    };
  }
  if (!entries.some(({ key }) => key === keys.asked(release, milestone))) return { desired: [], skips: [] };
  const seen = said.map(({ team, by }): Desired => {
    const text = render.seenEntry(milestone, nameOf(team, input), by);
    return {
      kind: 'entry',
      issue,
      key: keys.seen(release, milestone, team),
      day,
      text,
      why: render.whySeen(by),
    };
  });
  const rung = dueRung(ask, (login) => isQuiet(login, tracking, input));
  const names = (teams: readonly string[]) => teams.map((team) => nameOf(team, input));
  const climbed =
    rung === undefined
      ? []
      : told(
          keys.rung(release, milestone, rung.rung),
          render.rung(milestone, names(rung.teams), rung.people),
          render.rungEntry(milestone, rung.people),
          render.whyRung(),
        );
  return { desired: [...seen, ...climbed], skips: [], standing: standingOf(ask, input) };
}

/** Who answers in this run, and for which team. */
function saidNow(release: Release, { observed, teams }: AcknowledgeInput) {
  return observed.commands
    .filter(({ issue }) => issue === trackingKey(release))
    .filter(({ lines }) => lines.some(isSeen))
    .flatMap(({ author, permission, teams: member }) =>
      ['unknown', 'none'].includes(permission)
        ? []
        : teamsOf({ login: author, permission, teams: member }, teams).map((team) => ({ team, by: author })),
    )
    .filter(({ team }, index, all) => all.findIndex((other) => other.team === team) === index);
}

function isSeen(line: string): boolean {
  const parsed = parseCommand(line);
  return parsed.kind === 'command' && parsed.row.name === 'seen';
}

function standingOf(ask: Ask, input: AcknowledgeInput): Standing[] {
  const { release, milestone } = ask;
  return silentTeams(ask).map((team) => ({
    release: release.version,
    kind: 'milestone',
    key: `seen/${milestone.id}/${team}`,
    severity: 'amber',
    milestone: milestone.id,
    team,
    text: render.standing(milestone, nameOf(team, input)),
    owner: nameOf(team, input),
  }));
}

function nameOf(team: string, { teams }: AcknowledgeInput): string {
  return teams[team]?.github ?? team;
}

function isQuiet(login: string, { ledger }: OwnIssue, { quiet }: AcknowledgeInput): boolean {
  const silent = [...quiet, ...(ledger?.state?.muted ?? [])];
  return silent.some((other) => other.toLowerCase() === login.toLowerCase());
}

function runningAt(releases: readonly Release[], now: AcknowledgeInput['now']): Release[] {
  return releases.filter(({ start, end, timezone }) => {
    const today = dayAt(now, timezone);
    return start <= today && today <= end;
  });
}

function trackingKey({ version }: Release): string {
  return keyOf(version, 'tracking-issue');
}
