// Reads the bytes of a file by what git calls them: the same name always has the same bytes.
import type { GitHub } from '../client.ts';

/** https://docs.github.com/en/rest/git/blobs: up to 100 MB. Throws what GitHub said. */
export async function readBlob({ request, owner, repo }: GitHub, oid: string): Promise<Uint8Array> {
  const { data } = await request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
    owner,
    repo,
    file_sha: oid,
  });
  return Buffer.from(data.content, data.encoding === 'utf-8' ? 'utf8' : 'base64');
}
