// The storage of artifacts: another host than the API, whose addresses carry a signature and no token.
import { createHmac } from 'node:crypto';
import type { Artifact } from './model/ci.ts';
import type { Repo } from './model/repo.ts';
import type { World } from './model/world.ts';
import type { Answer } from './rest/call.ts';

const PREFIX = '/artifact-storage/';

/** On the same port under the other name of this machine, so that it is a host of its own for whoever follows. */
export function storagePath(world: World, repo: Repo, artifact: Artifact): string {
  const { origin, port } = new URL(world.storage);
  const host = origin.includes('localhost') ? '127.0.0.1' : 'localhost';
  return `http://${host}:${port}${PREFIX}${repo.id}/${artifact.id}?sig=${signature(world, artifact)}`;
}

/** Undefined for what is no address of the storage. Like GitHub's, it refuses whoever brings a token along. */
export function answerStorage(
  world: World,
  url: string,
  authorization: string | undefined,
): Answer | undefined {
  if (!url.startsWith(PREFIX)) return undefined;
  if (authorization !== undefined) return { status: 400, text: 'InvalidAuthenticationInfo' };
  const { pathname, searchParams } = new URL(url, world.origin);
  const id = Number(pathname.split('/').at(-1));
  const artifacts = [...world.repos.values()].flatMap(({ suites }) =>
    suites.flatMap(({ run }) => run?.artifacts ?? []),
  );
  const artifact = artifacts.find((candidate) => candidate.id === id);
  if (artifact === undefined || searchParams.get('sig') !== signature(world, artifact))
    return { status: 403, text: 'AuthenticationFailed' };
  return { status: 200, bytes: artifact.zip, headers: { 'content-type': typeOf(artifact.zip) } };
}

/** An artifact may be stored as the plain file that it was. */
function typeOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 2)).toString('latin1') === 'PK' ? 'application/zip' : 'text/xml';
}

function signature({ app }: World, { id }: Artifact): string {
  return createHmac('sha256', app.webhookSecret).update(String(id)).digest('hex');
}
