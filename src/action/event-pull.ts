// The pull request whose event started a workflow run, and whether it comes from a fork.
import { readFile } from 'node:fs/promises';

export interface EventPull {
  readonly number: number;
  /** GitHub gives runs for forks a token that only reads. */
  readonly fork: boolean;
}

interface PullPayload {
  readonly repository?: { readonly full_name?: string };
  readonly pull_request?: {
    readonly number?: number;
    readonly head?: { readonly repo?: { readonly full_name?: string } | null };
  };
}

/** Undefined for any other event, and for a payload that can't be read. A fork that was deleted is still a fork. */
export async function readEventPull(
  env: Readonly<Record<string, string | undefined>>,
): Promise<EventPull | undefined> {
  const path = env['GITHUB_EVENT_PATH'];
  if (env['GITHUB_EVENT_NAME'] !== 'pull_request' || path === undefined) return undefined;
  try {
    const payload = JSON.parse(await readFile(path, 'utf8')) as PullPayload;
    const { number, head } = payload.pull_request ?? {};
    if (typeof number !== 'number') return undefined;
    return { number, fork: head?.repo?.full_name !== payload.repository?.full_name };
  } catch {
    return undefined;
  }
}
