// A request to the embedded GitHub, as tests and the journal see it.

export interface ApiRequest {
  readonly method: string;
  /** Path without query and without the `/api/v3` prefix; `/graphql` for GraphQL. */
  readonly path: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  /** Login of the actor; undefined without a token, and for the App's JWT. */
  readonly actor: string | undefined;
  /** GitHub's operation, such as `POST /repos/{owner}/{repo}/issues`, or the name of the GraphQL operation. */
  readonly operation: string;
  /** A request that may change something; handing out a token doesn't count. */
  readonly write: boolean;
  /** Made through `as()`: hooks and faults leave it alone. */
  readonly byHand: boolean;
}

export interface JournalEntry extends ApiRequest {
  readonly at: string;
  /** Of a GraphQL query: what it takes of the hour's points, by GitHub's formula. */
  readonly points: number | undefined;
  /** How many things that people see it makes or changes: one for each field of a mutation; deleting makes none. */
  readonly pieces: number;
  /** Undefined while under way, and when the connection was dropped before anything was done. */
  status: number | undefined;
}

/** A request that GitHub's own description doesn't know, or that the embedded GitHub doesn't cover. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  readonly problems: readonly string[];
}
