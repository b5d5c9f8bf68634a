// What every resolver knows, and the shape of resolvers.
import type { Actor } from '../actor.ts';
import type { Rate } from '../limits/budgets.ts';
import type { Cost } from '../limits/cost.ts';
import type { PullFacts } from '../model/pull.ts';
import type { Issue, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';

/** The nodes that lead to one another: each is built by way of the context, so that no file needs all of them. */
export interface Nodes {
  readonly repository: (context: Context, repo: Repo) => Node;
  readonly issue: (context: Context, issue: Issue) => Node;
  readonly pull: (context: Context, issue: Issue, pull: PullFacts) => Node;
}

export interface Context {
  readonly world: World;
  readonly actor: Actor;
  readonly nodes: Nodes;
  readonly cost: Cost;
  /** What is left of the hour's points. */
  readonly rate: Rate;
}

export type Arguments = Readonly<Record<string, unknown>>;
/** A GraphQL object: plain values, or functions of the arguments. */
export type Node = Readonly<Record<string, unknown>>;
