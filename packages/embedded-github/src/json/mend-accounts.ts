// Replaces accounts in the emulator's answers by our own form of them.
import type { Json } from '../model/json-object.ts';
import type { World } from '../model/world.ts';
import { accountJson } from './account-json.ts';

/** The emulator knows bots as users and links them elsewhere; everything else stays as it is. */
export function mendAccounts(world: World, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => mendAccounts(world, item));
  if (typeof value !== 'object' || value === null) return value;
  const { login, node_id: nodeId } = value as Json;
  const short = typeof login === 'string' && nodeId !== undefined && !('created_at' in value);
  const account = short ? world.accounts.get(login.toLowerCase()) : undefined;
  if (account !== undefined) return accountJson(world, account);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mendAccounts(world, item)]));
}
