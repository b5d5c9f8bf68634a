// One REST request on its way to its route, and the answer to it.
import type { Rate, Resource } from '../limits/budgets.ts';
import type { Actor } from '../actor.ts';
import type { Json } from '../model/json-object.ts';
import type { World } from '../model/world.ts';

export interface Call {
  readonly world: World;
  readonly actor: Actor;
  readonly method: string;
  /** Path and query, without the `/api/v3` prefix. */
  readonly target: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly accept: string | undefined;
  /** What is left of the hour's budget of who asks. */
  readonly rate: (resource: Resource) => Rate;
}

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  /** Instead of JSON. */
  readonly text?: string;
  /** Instead of either. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Route = (call: Call) => Answer | Promise<Answer>;
/** Routes by operation: method and GitHub's own path template. */
export type Routes = Readonly<Record<string, Route>>;

export const ok = (json: unknown): Answer => ({ status: 200, json });
export const created = (json: unknown): Answer => ({ status: 201, json });
export const noContent = (): Answer => ({ status: 204 });
