// Asks for a go or no-go before a milestone, counts the votes in one comment, and proposes a new date after a no-go.
import { forMilestone } from '../../domain/candidate.ts';
import type { Instant } from '../../domain/day.ts';
import { isRunning } from '../../domain/release.ts';
import { recordKey } from '../../memory/record.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Duty, DutyAnswer } from '../duty.ts';
import { saidTo } from '../said-to.ts';
import { cast } from './cast.ts';
import { goCommand, noGoCommand, openCommand } from './commands.ts';
import { type GoNoGoConfig, goNoGoConfig, references } from './config.ts';
import { type SaidNow, decideVote } from './decide.ts';
import type { GoNoGoFact, GoNoGoInput } from './input.ts';
import { nobodyVotes } from './lacks.ts';
import { voteName } from './memory.ts';
import { movedVotes } from './moved.ts';
import { pane } from './pane.ts';
import { permissions } from './permissions.ts';
import { rows } from './standing.ts';
import { type Vote, openVotes, runningVotes } from './votes.ts';

export const goNoGoDuty: Duty<GoNoGoConfig, GoNoGoFact> = {
  name: 'go-no-go',
  title: 'Go or no-go',
  description:
    'Asks the people who decide for a go or no-go before a milestone, shows the votes in one comment, and keeps the result. After a no-go, relcomms opens a pull request that moves the date.',
  config: goNoGoConfig,
  references,
  needs: ['ownIssues', 'commands', 'votes'],
  leansOn: ['tracking-issue'],
  lacks: nobodyVotes,
  wakesOn: ['push', 'issue_comment'],
  commands: [goCommand, noGoCommand, openCommand],
  permissions,
  cast,
  panes: [pane],
  rows,
  asks: (context) => {
    const running = context.releases.filter((release) => isRunning(release, context.now));
    const records = running.flatMap((release) =>
      release.milestones
        .filter((one) => forMilestone(context.config.milestones, one) !== undefined)
        .map((milestone) => recordKey(trackingKey(release), voteName(milestone))),
    );
    return {
      ownIssues: { keys: running.map(trackingKey), records },
      commands: [...votersIn(context), ...Object.values(context.teams).map(({ github }) => github)],
      votes: [(issues) => openVotes(context, issues)],
    };
  },
  desire: (input) => {
    const answers = runningVotes(input, input.observed.ownIssues).map((vote): DutyAnswer => {
      const answer = decideVote(vote, saidNow(vote, input), input);
      const standing = isAnswered(vote, input.now) ? [] : answer.standing;
      return { ...answer, standing, desired: [...movedVotes(vote, input.now), ...answer.desired] };
    });
    return {
      desired: answers.flatMap(({ desired }) => desired),
      skips: answers.flatMap(({ skips }) => skips),
      standing: answers.flatMap(({ standing = [] }) => standing),
    };
  },
};

/** A vote on a candidate that is over blocks nothing where a further candidate comes. */
function isAnswered({ milestone: { candidate }, release, ends }: Vote, now: Instant): boolean {
  return (
    candidate !== undefined &&
    ends < now &&
    release.milestones.some((one) => (one.candidate ?? 0) > candidate)
  );
}

/** Logins of people who vote by the config: they are heard first. */
function votersIn({ config, releases, teams }: Pick<GoNoGoInput, 'config' | 'releases' | 'teams'>): string[] {
  const votes = Object.values(config.milestones);
  const roles = votes.flatMap((vote) => vote.roles);
  const ofRoles = releases.flatMap((release) => roles.flatMap((role) => release.roles[role] ?? []));
  const ofTeams = votes
    .flatMap((vote) => vote.teams)
    .flatMap((id) => {
      const { lead, people = [] } = teams[id] ?? {};
      return lead === undefined ? people : [lead, ...people];
    });
  return [...new Set([...ofRoles, ...ofTeams, ...votes.flatMap(({ people }) => people)])];
}

function saidNow({ release, milestone: { id } }: Vote, input: GoNoGoInput): SaidNow {
  const words = [goCommand, noGoCommand].flatMap((command) => saidTo(command, release, input));
  return {
    words: words.filter(({ effect }) => effect.milestone === id),
    opened: saidTo(openCommand, release, input)
      .filter(({ effect }) => effect === id)
      .map(({ commentId }) => commentId),
  };
}
