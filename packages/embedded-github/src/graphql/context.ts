// What every resolver knows, and the shape of resolvers.
import type { Actor } from '../actor.ts';
import type { World } from '../model.ts';

export interface Context {
  readonly world: World;
  readonly actor: Actor;
}

export type Arguments = Readonly<Record<string, unknown>>;
/** A GraphQL object: plain values, or functions of the arguments. */
export type Node = Readonly<Record<string, unknown>>;
