// Asks every team whether it has seen the day of a milestone, again when that moves, and says who is silent.
import { speakersOf } from '../../commands/teams-of.ts';
import { dayAt } from '../../domain/day.ts';
import type { Desired, Skip } from '../../domain/desired.ts';
import { type Milestone, type Release, isRunning } from '../../domain/release.ts';
import type { Standing } from '../../domain/standing.ts';
import { seenKey } from '../../memory/seen-key.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Duty, DutyAnswer, DutyInput } from '../duty.ts';
import { saidTo } from '../said-to.ts';
import { type Ask, askedBefore, dueAsk, dueRung, keys, silentTeams } from './ask.ts';
import { seenCommand } from './commands.ts';
import { type AcknowledgeConfig, acknowledgeConfig, references } from './config.ts';
import { type OpenAsk, openAsks } from './open-asks.ts';
import { pane } from './pane.ts';
import { render } from './render.ts';
import { nobodyToAsk } from './lacks.ts';
import { permissions } from './permissions.ts';
import { rows } from './rows.ts';
import { waitingMessages } from './waiting.ts';

declare module '../duty.ts' {
  interface Told {
    /** Ids of the milestones whose day the teams say that they have seen. */
    readonly acknowledge: readonly string[];
  }
}

type AcknowledgeFact = 'ownIssues' | 'commands' | 'seen';

export type AcknowledgeInput = DutyInput<AcknowledgeConfig, AcknowledgeFact>;

const DUTY = 'acknowledge';

export const acknowledgeDuty: Duty<AcknowledgeConfig, AcknowledgeFact> = {
  name: DUTY,
  title: 'Acknowledgements',
  description:
    "Asks every team to confirm a milestone date, and asks again if it moves. If a team doesn't answer, relcomms asks its lead, then the release leads, then the scrum masters.",
  config: acknowledgeConfig,
  references,
  needs: ['ownIssues', 'commands', 'seen'],
  leansOn: ['tracking-issue'],
  lacks: nobodyToAsk,
  wakesOn: ['push', 'issue_comment'],
  commands: [seenCommand],
  permissions,
  panes: [pane],
  rows,
  tells: ({ milestones }) => ({ acknowledge: milestones }),
  asks: (context) => ({
    ownIssues: {
      keys: context.releases.filter((release) => isRunning(release, context.now)).map(trackingKey),
    },
    commands: Object.values(context.teams).flatMap((team) => [team.github, ...speakersOf(team)]),
    // Nobody answers a message that is not sent.
    seen: context.told?.notices === true ? [(issues) => waitingMessages(context, issues)] : [],
  }),
  desire: (input) => {
    if (Object.keys(input.teams).length === 0) return { desired: [], skips: [] };
    const answers = openAsks(input, input.observed.ownIssues).map((open) => desireMilestone(open, input));
    return {
      desired: answers.flatMap(({ desired }) => desired),
      skips: unread(input),
      standing: answers.flatMap(({ standing = [] }) => standing),
    };
  },
};

function desireMilestone({ release, milestone, tracking }: OpenAsk, input: AcknowledgeInput): DutyAnswer {
  const said = saidNow(release, milestone, input);
  const entries = tracking.ledger?.entries ?? [];
  const ask: Ask = { context: input, release, milestone, entries, now: said.map(({ team }) => team) };
  const issue = trackingKey(release);
  const day = dayAt(input.now, release.timezone);
  const due = dueAsk(ask);
  const told = (key: string, { body, text, mayWait, isShown, why }: Words): Desired[] => [
    { kind: 'comment', issue, key, entry: key, body, mayWait, why },
    { kind: 'entry', issue, key, day, text, why, ...(isShown === true ? { shown: true } : {}) },
  ];
  if (due !== undefined) {
    const teams = Object.values(input.teams).map(({ github }) => github);
    const leads = askedBefore(ask).filter((login) => !input.isQuiet(login, release.version));
    const body = render.ask(milestone, due === 'again', teams, leads);
    const why = render.whyAsk(milestone);
    const text = render.askEntry(milestone);
    // Whether it goes now, others decide: the run that asks looks again.
    const isEarly = due === 'early';
    return {
      desired: told(keys.asked(release, milestone), { body, text, mayWait: isEarly, isShown: isEarly, why }),
      skips: [],
      // It stands in the way from this run on: else the next one would write the same report once more.
      standing: isEarly ? [] : standingOf(ask, input),
    };
  }
  if (!entries.some(({ key }) => key === keys.asked(release, milestone))) return { desired: [], skips: [] };
  const seen = said.map(({ team, by }): Desired => {
    const text = render.seenEntry(milestone, nameOf(team, input), by);
    return {
      kind: 'entry',
      issue,
      key: seenKey(release, milestone, team),
      day,
      text,
      why: render.whySeen(by),
    };
  });
  const rung = dueRung(ask, (login) => input.isQuiet(login, release.version));
  const names = (teams: readonly string[]) => teams.map((team) => nameOf(team, input));
  const climbed =
    rung === undefined
      ? []
      : told(keys.rung(release, milestone, rung.rung), {
          body: render.rung(milestone, names(rung.teams), rung.people),
          text: render.rungEntry(milestone, rung.people),
          mayWait: rung.mayWait,
          why: render.whyRung(),
        });
  return { desired: [...seen, ...climbed], skips: [], standing: standingOf(ask, input) };
}

interface Words {
  readonly body: string;
  /** Of the log. */
  readonly text: string;
  readonly mayWait: boolean;
  /** Whether the report tells of it from then on, and not in this run. */
  readonly isShown?: boolean;
  readonly why: string;
}

/** The teams that answer in this run; `by` is who gave the command, absent: somebody reacted on Slack. */
function saidNow(release: Release, { id, day }: Milestone, input: AcknowledgeInput) {
  const reacted = input.observed.seen
    .filter((one) => one.release === release.version && one.milestone === id && one.day === day)
    .flatMap(({ team, answer }) => (answer === 'seen' ? [{ team, by: undefined }] : []));
  const commanded = saidTo(seenCommand, release, input).flatMap(({ by, effect }) =>
    effect.map((team) => ({ team, by })),
  );
  return [...commanded, ...reacted].filter(
    ({ team }, index, all) => all.findIndex((other) => other.team === team) === index,
  );
}

/** Messages that could not be read, each reason once with the teams it keeps from being heard. */
function unread(input: AcknowledgeInput): Skip[] {
  const { seen } = input.observed;
  const failed = seen.flatMap(({ team, milestone, answer }) => {
    const told = seen.some(
      (one) => one.team === team && one.milestone === milestone && one.answer === 'seen',
    );
    return typeof answer === 'string' || told ? [] : [{ team, why: answer.unread }];
  });
  return [...new Set(failed.map(({ why }) => why))].map((why) => {
    const teams = failed.filter((one) => one.why === why).map(({ team }) => nameOf(team, input));
    return { duty: DUTY, what: render.unread([...new Set(teams)]), why };
  });
}

function standingOf(ask: Ask, input: AcknowledgeInput): Standing[] {
  const { release, milestone } = ask;
  return silentTeams(ask).map((team) => ({
    release: release.version,
    kind: 'unconfirmed',
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
