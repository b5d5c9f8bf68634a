// How a test environment comes from one state to the next: purely, by what people said, what was deployed, and what answered.
import type { Deployment, TestPage } from '../../domain/candidates.ts';
import { type Day, type Instant, dayAt, isoInstant } from '../../domain/day.ts';
import type { EnvironmentRow, Ready } from './memory.ts';
import type { Plan } from './plans.ts';

export type EnvironmentState = 'planned' | 'ready' | 'confirmed' | 'gone' | 'down' | 'expired';

/** What somebody said of one environment. */
export type Word =
  | { readonly kind: 'ready'; readonly who: string; readonly at: Instant; readonly url?: string | undefined }
  | { readonly kind: 'down'; readonly who: string; readonly at: Instant }
  | {
      readonly kind: 'can-test';
      readonly who: string;
      readonly at: Instant;
      readonly teams: readonly string[];
    };

/** What this run knows of one environment. */
export interface Events {
  /** In the order in which people wrote. */
  readonly words: readonly Word[];
  readonly deployment?: Deployment | undefined;
  /** Of its address, where that was asked. */
  readonly answer?: TestPage['answer'] | undefined;
  /** Ids of teams that confirmed by a reaction on Slack. */
  readonly reacted: readonly string[];
}

/** Silence counts when it lasted so long, in milliseconds: one look may fail by chance. */
const PATIENCE = 10 * 60_000;

export function turn(plan: Plan, row: EnvironmentRow, events: Events, now: Instant): EnvironmentRow {
  const said = events.words.reduce((before, word) => heard(plan, before, word), row);
  const deployed = withDeployment(plan, said, events.deployment);
  const asked = deployed.ready?.url === row.ready?.url ? events.answer : undefined;
  return confirmedBy(withAnswer(plan, deployed, asked, now), plan, events.reacted, undefined, now);
}

export function stateOf(plan: Plan, row: EnvironmentRow, now: Instant): EnvironmentState {
  if (row.ready === undefined) return 'planned';
  if (row.ended !== undefined) return row.ended.how;
  if (dayAt(now, plan.release.timezone) > plan.until) return 'expired';
  return missingTeams(plan, row).length === 0 ? 'confirmed' : 'ready';
}

/** Ids of the teams that have not confirmed. */
export function missingTeams({ teams }: Plan, { confirmed }: EnvironmentRow): string[] {
  return teams.filter((team) => confirmed.every((one) => one.team !== team));
}

/** The address that this run asks; undefined: none. */
export function watchedPage(plan: Plan, row: EnvironmentRow, now: Instant): string | undefined {
  const { release, config, opens, until } = plan;
  if (dayAt(now, release.timezone) > until) return undefined;
  if (row.ready === undefined) return config.check && now >= opens ? config.url : undefined;
  return row.ended === undefined && row.unreached === undefined ? row.ready.url : undefined;
}

/** The name of the message that tells where to test; another moment is another message. */
export function readyName({ name }: Plan, { ready }: EnvironmentRow): string | undefined {
  return ready === undefined ? undefined : `ready/${name}/${isoInstant(ready.at)}`;
}

/** The day that a reaction is about. */
export function readyDay({ release }: Plan, { ready }: EnvironmentRow): Day | undefined {
  return ready === undefined ? undefined : dayAt(ready.at, release.timezone);
}

/** What a reaction is about, in the place where others have a milestone: no milestone has such an id. */
export function aboutOf({ name }: Plan): string {
  return `environment/${name}`;
}

function heard(plan: Plan, row: EnvironmentRow, word: Word): EnvironmentRow {
  if (word.kind === 'can-test') return confirmedBy(row, plan, word.teams, word.who, word.at);
  const { ready, ended } = row;
  if (word.kind === 'down') {
    if (ready === undefined || ended?.how === 'down') return row;
    return { ...row, ended: { how: 'down', at: word.at, who: word.who } };
  }
  const url = word.url ?? plan.config.url;
  if (ready !== undefined && ended === undefined && ready.url === url) return row;
  return begun(row, { at: word.at, by: 'command', who: word.who, ...(url === undefined ? {} : { url }) });
}

/** One that is older than the environment, or than its end, is no news. */
function withDeployment(plan: Plan, row: EnvironmentRow, deployment: Deployment | undefined): EnvironmentRow {
  if (deployment?.state !== 'success' || deployment.at < plan.opens) return row;
  const { id, at } = deployment;
  const { ready, ended } = row;
  if (ready?.id === id || (ready !== undefined && at <= Math.max(ready.at, ended?.at ?? 0))) return row;
  const url = deployment.url ?? plan.config.url;
  if (ready !== undefined && ended === undefined && ready.url === url) return row;
  return begun(row, { at, by: 'deployment', id, ...(url === undefined ? {} : { url }) });
}

function withAnswer(
  plan: Plan,
  row: EnvironmentRow,
  answer: TestPage['answer'] | undefined,
  now: Instant,
): EnvironmentRow {
  if (answer === undefined || typeof answer === 'object') return row;
  if (row.ready === undefined) {
    const { url } = plan.config;
    if (answer !== 'there' || !plan.config.check || url === undefined) return row;
    return { ...begun(row, { at: now, by: 'check', url }), answered: true };
  }
  if (row.ended !== undefined || row.unreached !== undefined) return row;
  const { failing, ...rest } = row;
  if (answer !== 'silent') return { ...rest, answered: true };
  if (failing === undefined) return { ...row, failing: now };
  if (now - failing < PATIENCE) return row;
  if (row.answered === undefined) return { ...rest, unreached: true };
  return { ...rest, ended: { how: 'gone', at: failing } };
}

/** At another address the teams confirm anew; where it only comes back, what they said holds. */
function begun(row: EnvironmentRow, ready: Ready): EnvironmentRow {
  return { ready, confirmed: row.ready?.url === ready.url ? row.confirmed : [] };
}

function confirmedBy(
  row: EnvironmentRow,
  { teams }: Plan,
  said: readonly string[],
  who: string | undefined,
  at: Instant,
): EnvironmentRow {
  if (row.ready === undefined) return row;
  const fresh = teams.filter(
    (team) => said.includes(team) && row.confirmed.every((one) => one.team !== team),
  );
  if (fresh.length === 0) return row;
  const more = fresh.map((team) => ({ team, ...(who === undefined ? {} : { who }), at }));
  return { ...row, confirmed: [...row.confirmed, ...more] };
}
