// A file in GraphQL: its text, of which GitHub gives the first 512 KB.
import type { Json } from '../model/json-object.ts';
import type { Node } from './context.ts';

const LONGEST = 512 * 1024;

export function blobNode(file: Json): Node {
  const bytes = Buffer.from(String(file['content']), 'base64');
  const oid = String(file['sha']);
  const binary = bytes.includes(0);
  return {
    __typename: 'Blob',
    id: `B_${oid}`,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    byteSize: bytes.length,
    isBinary: binary,
    isTruncated: bytes.length > LONGEST,
    text: binary ? null : bytes.subarray(0, LONGEST).toString('utf8'),
  };
}
