// The words of test environments in comments, in the log, and where they stand in the way.
import { type Day, type Instant, dayAt, formatInstant } from '../../domain/day.ts';
import { escapeMarkdown, markdownLink } from '../../text/escape-markdown.ts';
import { mention, mentionTeam } from '../../text/mention.ts';
import { countWords, dayWords, listWords } from '../../text/words.ts';
import type { EnvironmentRow } from './memory.ts';
import type { Plan } from './plans.ts';

export const render = {
  /** Asks the teams, with address, version, access, and end. */
  ready: (plan: Plan, row: EnvironmentRow, teams: readonly string[]) =>
    [
      `**${what(plan)} can be tested**${row.ready?.url === undefined ? '' : `: ${link(row.ready.url)}`}`,
      [
        ...(plan.config.access === undefined ? [] : [`- Access: ${accessWords(plan.config.access)}`]),
        `- Environment: ${escapeMarkdown(plan.name)}, until ${dayWords(plan.until)}`,
      ].join('\n'),
      ...(teams.length === 0
        ? []
        : [
            `${teams.map(mentionTeam).join(', ')}: can your team test? One person of each comments \`/release can-test ${plan.name}\` here.`,
          ]),
    ].join('\n\n'),
  readyEntry: (plan: Plan, { ready }: EnvironmentRow) =>
    `${escapeMarkdown(plan.name)} is ready to test ${what(plan)}${ready?.url === undefined ? '' : `: ${link(ready.url)}`} (${readyBy(ready)}).`,
  confirmedEntry: ({ name }: Plan, team: string, who: string | undefined) =>
    who === undefined
      ? `${escapeMarkdown(team)} confirmed with a reaction on Slack that it can test in ${escapeMarkdown(name)}.`
      : `${escapeMarkdown(who)} confirmed for ${escapeMarkdown(team)}: it can test in ${escapeMarkdown(name)}.`,
  gone: (plan: Plan, row: EnvironmentRow, people: readonly string[]) =>
    `${called(people)}${escapeMarkdown(plan.name)} has not answered since ${momentWords(row.ended?.at)}: ${link(row.ready?.url ?? '')}. Once it is back, comment \`/release environment ready ${row.ready?.url ?? 'URL'} ${plan.name}\`. relcomms does not watch it until then.`,
  goneEntry: ({ name }: Plan, row: EnvironmentRow) =>
    `${escapeMarkdown(name)} has not answered since ${momentWords(row.ended?.at)}.`,
  downEntry: ({ name }: Plan, who: string | undefined) =>
    `${escapeMarkdown(who ?? 'Somebody')} took ${escapeMarkdown(name)} down.`,
  unreachedEntry: ({ name }: Plan) =>
    `relcomms can't reach ${escapeMarkdown(name)} from here, so it does not watch it. If its address is public, check it.`,
  expired: (plan: Plan, people: readonly string[]) =>
    `${called(people)}${escapeMarkdown(plan.name)} was planned until ${dayWords(plan.until)}. Take it down, then comment \`/release environment down ${plan.name}\`.`,
  expiredEntry: ({ name, until }: Plan) =>
    `Asked to take ${escapeMarkdown(name)} down, planned until ${dayWords(until)}.`,
  allowedEntry: (candidate: string, by: string, because: string) =>
    `${escapeMarkdown(by)} allowed to merge ${escapeMarkdown(candidate)}: ${escapeMarkdown(because)}`,
  recordTitle: () => 'Test environments',
  recordAbout: () =>
    'relcomms remembers here what was said about test environments. Please leave it as it is.',
  standing: {
    late: (plan: Plan) =>
      `${escapeMarkdown(plan.name)} is not ready; ${what(plan)} can be merged ${leadWords(plan)} after it is`,
    gone: ({ name }: Plan, at: Day) => `${escapeMarkdown(name)} has not answered since ${dayWords(at)}`,
    early: (plan: Plan, earliest: Day) =>
      `${what(plan)} can't be merged before ${dayWords(earliest)}: teams have ${leadWords(plan)} to test`,
    expired: ({ name, until }: Plan) =>
      `${escapeMarkdown(name)} is still up; it was planned until ${dayWords(until)}`,
    untested: (plan: Plan, team: string) =>
      `${escapeMarkdown(team)} has not confirmed that it can test ${what(plan)}`,
  },
  unread: (name: string) => `The deployments to ${name}`,
  unreadPulls: () => 'Pull requests of candidates',
  unreadCheck: (pull: number) => `The check of #${pull}`,
  unreadReactions: (teams: readonly string[]) => `Answers on Slack of ${teams.join(', ')}`,
  whyReady: () => 'its test environment is ready',
  whyGone: () => 'its test environment does not answer',
  whyDown: () => 'its test environment was taken down',
  whyExpired: () => 'its test environment has expired',
  whyCheck: () => 'its label says that it is a candidate',
  whySection: () => 'test environments',
  whyRecord: () => 'what is known of test environments',
  said: (by: string) => `${by} said so`,
};

/** `1.14.0: Release candidate 1`, escaped. */
export function what({ release, candidate }: Plan): string {
  return escapeMarkdown(`${release.version} ${candidate.title}`);
}

export function leadWords({ config }: Plan): string {
  return countWords(config.leadTime, 'working day');
}

/** A link stays one; whom to ask is no live mention. */
export function accessWords(access: string): string {
  return /^https:\/\/\S+$/.test(access) ? link(access) : escapeMarkdown(access);
}

/** The label is the address without its scheme. */
export function link(url: string): string {
  return markdownLink(url.replace(/^https:\/\//, ''), url);
}

export function momentWords(at: Instant | undefined): string {
  return at === undefined ? '' : `${dayWords(dayAt(at, 'UTC'))}, ${formatInstant(at, 'UTC', 'HH:mm [UTC]')}`;
}

function readyBy(ready: EnvironmentRow['ready']): string {
  if (ready?.by === 'command') return `said ${ready.who ?? ''}`.trim();
  return ready?.by === 'deployment' ? 'a deployment succeeded' : 'it answers';
}

function called(people: readonly string[]): string {
  return people.length === 0 ? '' : `${listWords(people.map(mention))}: `;
}
