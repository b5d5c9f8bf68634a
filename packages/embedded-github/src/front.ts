// The way of every request: who asks, what comes in between, which route answers.
import type { Actor } from './actor.ts';
import { answerStorage } from './artifact-storage.ts';
import { answerGraphql, readCost, readOperation } from './graphql/endpoint.ts';
import type { Operation } from './graphql/document.ts';
import { conditionalRead, refuseConditionalWrite } from './conditional.ts';
import { emptied } from './emptied.ts';
import type { Identities } from './identities.ts';
import { asInstalled, refuseInstallation, refusedInGraphql } from './installations.ts';
import type { Interference } from './interference.ts';
import type { Json } from './model/json-object.ts';
import type { World } from './model/world.ts';
import { faultAnswer, refusalAnswer } from './failed-answers.ts';
import { holderOf } from './limits/answers.ts';
import { type Limited, withinLimits } from './limits/within-limits.ts';
import { Refusal } from './refusal.ts';
import type { ApiRequest, JournalEntry, Violation } from './request.ts';
import type { FormerAnswers } from './former-answers.ts';
import type { Answer } from './rest/call.ts';
import { type Match, matchRoute } from './rest/router.ts';

const ACCESS_TOKENS = 'POST /app/installations/{installation_id}/access_tokens';

/** A request as it comes in. */
export interface Incoming {
  readonly method: string;
  /** Path and query; may start with `/api/v3`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly byHand: boolean;
}

export type FrontAnswer = Answer | 'drop';

export interface FrontState extends Limited {
  world: World;
  identities: Identities;
  readonly interference: Interference;
  readonly former: FormerAnswers;
  readonly journal: JournalEntry[];
  readonly violations: Violation[];
  readonly checkRequest: ((request: ApiRequest) => string[]) | undefined;
}

/** Answers one request. */
export async function answerRequest(state: FrontState, incoming: Incoming): Promise<FrontAnswer> {
  const url = incoming.url.replace(/^\/api\/v3(?=\/|$)/, '').replace(/^\/api\/graphql(?=\?|$)/, '/graphql');
  const path = url.split('?')[0] ?? url;
  const stored = answerStorage(state.world, url, incoming.headers['authorization']);
  if (stored !== undefined) return stored;
  let entry: JournalEntry | undefined;
  try {
    const body = parseBody(incoming.text);
    const actor = asInstalled(state.world, state.identities.actorOf(incoming.headers['authorization']));
    const match = path === '/graphql' ? undefined : matchRoute(incoming.method, path);
    const described = describe(state, { incoming, url, path, body, actor, match });
    entry = described;
    state.journal.push(described);
    if (!described.write && !described.byHand) state.world.replica.read();
    const answer = await withinLimits(state, actor, described, () =>
      interfere(state, described, (refused) =>
        carryOut(state, { incoming, url, body, actor, match, entry: described, refused }),
      ),
    );
    if (answer !== 'drop') described.status = answer.status;
    return answer === 'drop' ? answer : withHeaders(state, answer);
  } catch (error) {
    const answer = refusalAnswer(error);
    if (entry !== undefined) entry.status = answer.status;
    return withHeaders(state, answer);
  }
}

interface Parsed {
  readonly incoming: Incoming;
  readonly url: string;
  readonly body: unknown;
  readonly actor: Actor;
  readonly match: Match | undefined;
}

function describe(state: FrontState, from: Parsed & { readonly path: string }): JournalEntry {
  const { incoming, path, match } = from;
  const graphql = path === '/graphql' ? readOperation(from.body) : undefined;
  const operation = graphql?.name ?? match?.operation ?? `${incoming.method} ${path}`;
  const write = graphql?.mutation ?? (incoming.method !== 'GET' && operation !== ACCESS_TOKENS);
  const isContent = write && incoming.method !== 'DELETE';
  return {
    at: state.world.now(),
    method: incoming.method,
    path,
    url: from.url,
    headers: incoming.headers,
    body: from.body,
    actor: from.actor.account?.login,
    operation,
    write,
    byHand: incoming.byHand,
    points: path === '/graphql' ? readCost(from.body)?.points : undefined,
    pieces: graphql === undefined ? Number(isContent) : piecesOf(graphql),
    status: undefined,
  };
}

/** Each field of a mutation is carried out by itself. */
function piecesOf({ mutation, fields }: Operation): number {
  return mutation ? fields.filter((field) => !field.startsWith('delete')).length : 0;
}

/** Runs hooks and faults around the work. */
async function interfere(
  state: FrontState,
  request: ApiRequest,
  work: (refused?: number) => Promise<Answer>,
): Promise<FrontAnswer> {
  const { interference } = state;
  const fault = interference.take(request);
  if (fault?.kind === 'drop') return 'drop';
  if (fault?.kind === 'error-before' || fault?.kind === 'secondary-limit') return faultAnswer(fault);
  await interference.run('before', request);
  const isOfField = fault?.kind === 'refuse-field';
  const answer = await work(isOfField ? (fault.field ?? 0) : undefined);
  await interference.run('after', request);
  const last = state.former.swap(request, answer);
  if (fault?.kind === 'drop-after') return 'drop';
  if (fault?.kind === 'stale') return last;
  if (fault?.kind === 'empty') return emptied(answer);
  return fault === undefined || isOfField ? answer : faultAnswer(fault);
}

interface Described extends Parsed {
  readonly entry: JournalEntry;
  /** The place of the field of a mutation that is refused. */
  readonly refused: number | undefined;
}

async function carryOut(state: FrontState, from: Described): Promise<Answer> {
  const { incoming, actor, match, entry, url } = from;
  const { world } = state;
  const report = (problems: readonly string[]): void => {
    state.violations.push({ method: incoming.method, path: url, problems });
  };
  try {
    const installation = world.installations.get(actor.grants?.installation ?? 0);
    if (entry.path === '/graphql' && installation?.state === 'ip-allow-list')
      return refusedInGraphql(installation);
    refuseInstallation(installation);
    if (entry.path === '/graphql') {
      const rate = state.budgets.rate(holderOf(actor), 'graphql');
      return await answerGraphql(world, actor, { body: from.body, rate, report, refused: from.refused });
    }
    const problems = state.checkRequest?.(entry) ?? [];
    if (problems.length > 0) return violation(report, problems);
    if (match === undefined) return violation(report, [`embedded GitHub: ${entry.operation} is not covered`]);
    refuseConditionalWrite(incoming);
    const answer = await match.route({
      world,
      actor,
      method: incoming.method,
      target: url,
      params: match.params,
      query: new URL(url, world.origin).searchParams,
      body: (typeof from.body === 'object' && from.body !== null ? from.body : {}) as Json,
      accept: incoming.headers['accept'],
      rate: (resource) => state.budgets.rate(holderOf(actor), resource),
    });
    const sunset = world.quirks.sunsets[match.operation];
    if (match.operation === ACCESS_TOKENS) learnToken(state, Number(match.params['installation_id']), answer);
    return conditionalRead(incoming, sunset === undefined ? answer : ending(answer, sunset));
  } catch (error) {
    return refusalAnswer(error);
  }
}

/** https://www.rfc-editor.org/rfc/rfc8594 and rfc9745, as GitHub sends them. */
function ending(answer: Answer, at: string): Answer {
  const sunset = new Date(at).toUTCString();
  return { ...answer, headers: { ...answer.headers, deprecation: sunset, sunset } };
}

/** Which repositories it reaches is said by the owner of the installation. */
function learnToken({ identities, world }: FrontState, installation: number, answer: Answer): void {
  const owner = world.installations.get(installation)?.owner;
  const own = [...world.repos.values()].filter((repo) => repo.owner === owner);
  const all = own.length === world.repos.size ? 'all' : own.map(({ id }) => id);
  identities.learn(answer.json as Json, installation, all);
}

function violation(report: (problems: readonly string[]) => void, problems: readonly string[]): Answer {
  report(problems);
  return { status: 422, json: Refusal.unprocessable(problems.join('; ')).json() };
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Problems parsing JSON', 'BAD_REQUEST');
  }
}

function withHeaders(state: FrontState, answer: Answer): Answer {
  const count = state.journal.length;
  const headers = {
    'x-github-request-id': `embedded:${count}`,
    ...answer.headers,
  };
  return { ...answer, headers };
}
