// Passes a request on to the emulator, in the name of its actor, and mends the answer.
import type { Actor } from '../actor.ts';
import { ACTIONS_BOT, INSTALLATION_ID } from '../emulator-seed.ts';
import type { UpstreamRequest } from '../emulator.ts';
import { mendAccounts } from '../json/mend-accounts.ts';
import type { Json } from '../model/json-object.ts';
import type { Answer, Call } from './call.ts';

/** The answer of the emulator to the very same request. */
export async function forward(call: Call, as = upstreamIdentity(call.actor)): Promise<Answer> {
  const { method, target, body, world } = call;
  const answer = await world.emulator.send({
    method,
    path: target,
    ...(method === 'GET' ? {} : { body }),
    ...(as === undefined ? {} : { as }),
  });
  if (answer.status >= 400) return { status: answer.status, json: refusalJson(answer.status, answer.json) };
  return {
    status: answer.status,
    json: mendAccounts(world, answer.json),
    ...(answer.link === undefined ? {} : { headers: { link: answer.link } }),
  };
}

/** The emulator's refusals point at its own documentation. */
function refusalJson(status: number, json: unknown): Json {
  const base = typeof json === 'object' && json !== null ? json : { message: String(json) };
  return { ...base, documentation_url: 'https://docs.github.com/rest', status: String(status) };
}

/** How the emulator knows the actor; undefined stands for its admin, which may read everything. */
export function upstreamIdentity(actor: Actor): UpstreamRequest['as'] {
  if (actor.jwt !== undefined) return { jwt: actor.jwt };
  if (actor.account === undefined) return undefined;
  // The workflow's rights are its own, whatever the App of the seed may do.
  if (actor.account.type === 'User' || actor.account.login === ACTIONS_BOT)
    return { login: actor.account.login };
  return { installation: actor.grants?.installation ?? INSTALLATION_ID };
}
