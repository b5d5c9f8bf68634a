// Starts the embedded Slack on the loopback interface.
import { createEmulator } from 'emulate';
import { BOT_TOKEN, type SlackSeed, WATCHER, emulatorSeed, personToken } from './seed.ts';
import { type SlackChannel, namesOf, snapshotOf } from './snapshot.ts';

export interface EmbeddedSlack {
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  /** For `SLACK_BOT_TOKEN`. */
  readonly token: string;
  /** Names of the channels of the seed; Slack makes further ones. */
  readonly channels: readonly string[];
  state(): Promise<SlackChannel[]>;
  /** Names of people by id. */
  names(): Promise<ReadonlyMap<string, string>>;
  /** Calls a method as a person of the seed: `reactions.add`, `conversations.archive`. Throws when Slack refuses. */
  as(name: string, method: string, body: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Back to the seed; ids of channels change. */
  reset(): void;
  close(): Promise<void>;
}

/** The port is free unless one is given. */
export async function startSlack(seed: SlackSeed, port = 0): Promise<EmbeddedSlack> {
  const running = await createEmulator({ service: 'slack', port, seed: emulatorSeed(seed) });
  const { port: taken } = new URL(running.url);
  const apiUrl = `http://127.0.0.1:${taken}/api/`;
  const as: EmbeddedSlack['as'] = (name, method, body) => ask(apiUrl, personToken(name), method, body);
  return {
    apiUrl,
    token: BOT_TOKEN,
    as,
    channels: seed.channels,
    state: () => snapshotOf((method, body) => as(WATCHER, method, body)),
    names: () => namesOf((method, body) => as(WATCHER, method, body)),
    reset: () => running.reset(),
    close: () => running.close(),
  };
}

async function ask(
  apiUrl: string,
  token: string,
  method: string,
  body: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const response = await fetch(`${apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { ok?: boolean; error?: string };
  if (answer.ok !== true) throw new Error(`${method}: ${answer.error ?? response.status}`);
  return answer;
}
