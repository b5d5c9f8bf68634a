// Downloads an artifact: GitHub names a signed address of its storage, which never gets to see the token.
import { httpFetch } from '../../../http/http-fetch.ts';
import type { GitHub } from '../../client.ts';

/** Milliseconds for one download. */
const PATIENCE = 60_000;

/** At most so many bytes; throws where it is larger, where GitHub refuses, and where the storage does not answer. */
export async function downloadArtifact(github: GitHub, id: number, most: number): Promise<Uint8Array> {
  const address = await storageAddress(github, id);
  github.counts.reads += 1;
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await httpFetch(address, { redirect: 'error', signal }, most);
  if (!answer.ok) throw new Error(`the storage of artifacts answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The answer is a redirect, which is followed by hand: whatever Octokit sends along stays here. */
async function storageAddress({ request, owner, repo }: GitHub, id: number): Promise<string> {
  const { headers, url } = await request(
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    {
      owner,
      repo,
      artifact_id: id,
      archive_format: 'zip',
      request: { redirect: 'manual' },
    },
  );
  const address = headers.location ?? '';
  // Its way is no less safe than that to the API itself.
  const trusted: unknown[] = ['https:', protocolOf(url) ?? 'https:'];
  if (!trusted.includes(protocolOf(address))) throw new Error('GitHub named no address for it');
  return address;
}

/** Undefined where the text is no address. */
function protocolOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).protocol : undefined;
}
