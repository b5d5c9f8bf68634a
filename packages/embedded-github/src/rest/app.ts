// REST: the App and its installations. The emulator checks the JWT and hands out tokens.
import { deliveryItemJson, deliveryJson } from '../json/delivery-json.ts';
import { accountJson } from '../json/account-json.ts';
import type { Json } from '../model/json-object.ts';
import { refuseInstallation } from '../installations.ts';
import { Refusal } from '../refusal.ts';
import type { Answer, Call, Route, Routes } from './call.ts';
import { forward } from './forward.ts';

/** A route for the App itself; `mend` completes what the emulator leaves out. */
function asApp(mend: (call: Call, json: Json) => Json): Route {
  return async (call): Promise<Answer> => {
    if (call.actor.jwt === undefined) throw Refusal.unauthorized('A JSON web token could not be decoded');
    const answer = await forward(call);
    if (answer.status >= 300) return answer;
    const { json } = answer;
    const mended = Array.isArray(json)
      ? json.map((item: Json) => mend(call, item))
      : mend(call, json as Json);
    return { ...answer, json: mended };
  };
}

/** The organisation that owns everything here. */
function ownerJson({ world }: Call): Json {
  const [repo] = world.repos.values();
  if (repo === undefined) throw Refusal.notFound();
  return accountJson(world, repo.owner);
}

const app = asApp((call, json) => ({
  ...json,
  owner: ownerJson(call),
  events: [...call.world.events],
}));

const installation = asApp((call, json) => {
  const found = call.world.installations.get(Number(json['id']));
  const account = found === undefined ? ownerJson(call) : accountJson(call.world, found.owner);
  const { suspendedAt = null, permissions = json['permissions'] } = found ?? {};
  return { ...json, account, target_id: account['id'], suspended_at: suspendedAt, permissions };
});

const forToken = asApp((_, json) => json);

const accessToken: Route = (call) => {
  const installed = call.world.installations.get(Number(call.params['installation_id']));
  // An IP allow list is held against who uses a token.
  if (call.actor.jwt !== undefined && installed?.state === 'suspended') refuseInstallation(installed);
  return forToken(call);
};

/** GitHub's pages of deliveries have no numbers: a page begins at the delivery that the cursor names. */
const deliveries: Route = (call) => {
  if (call.actor.jwt === undefined) throw Refusal.unauthorized('A JSON web token could not be decoded');
  const size = Math.min(Number(call.query.get('per_page') ?? 30) || 30, 100);
  const status = call.query.get('status');
  const cursor = Number(call.query.get('cursor') ?? Infinity);
  const found = call.world.deliveries.attempts
    .filter((one) => one.id <= cursor && (status === null || isOfStatus(one.status, status)))
    .toSorted((a, b) => b.id - a.id);
  const next = found[size];
  const json = found.slice(0, size).map(deliveryItemJson);
  if (next === undefined) return { status: 200, json };
  const query = new URLSearchParams(call.query);
  query.set('cursor', String(next.id));
  const link = `<${call.world.origin}/api/v3/app/hook/deliveries?${query.toString()}>; rel="next"`;
  return { status: 200, json, headers: { link } };
};

function isOfStatus(code: number, status: string): boolean {
  return status === 'success' ? code >= 200 && code < 400 : code >= 400 && code < 600;
}

const delivery: Route = (call) => {
  if (call.actor.jwt === undefined) throw Refusal.unauthorized('A JSON web token could not be decoded');
  const found = call.world.deliveries.attempts.find(({ id }) => id === Number(call.params['delivery_id']));
  if (found === undefined) throw Refusal.notFound();
  return { status: 200, json: deliveryJson(found) };
};

export const appRoutes: Routes = {
  'GET /app': app,
  'GET /app/hook/deliveries': deliveries,
  'GET /app/hook/deliveries/{delivery_id}': delivery,
  'GET /app/installations': installation,
  'GET /app/installations/{installation_id}': installation,
  'GET /repos/{owner}/{repo}/installation': installation,
  'POST /app/installations/{installation_id}/access_tokens': accessToken,
};
