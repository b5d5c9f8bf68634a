// Stands in for the HTTP client of Actions in the bundle: @actions/github asks it for agents that our fetch has itself.

/** Knows no agent. */
export class HttpClient {
  readonly getAgent = (): undefined => undefined;
  readonly getAgentDispatcher = (): undefined => undefined;
}

/** Used for OIDC tokens, which relcomms never asks for. */
// oxlint-disable-next-line typescript/no-extraneous-class -- the package has a class
export class BearerCredentialHandler {}
