// Reads the JSON order of a control call and checks its shape.
import type { IncomingMessage } from 'node:http';
import type * as z from 'zod';
import { type Reply, failure } from './reply.ts';

/** A config may have 64 KiB; JSON may escape each character. */
const LIMIT = 512 * 1024;

export type Read<T> =
  | { readonly ok: true; readonly order: T }
  | { readonly ok: false; readonly refusal: Reply };

/** The order, or the refusal that says what is wrong with it. */
export async function readOrder<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<Read<T>> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refuse(415, 'Send JSON with content-type: application/json.');
  const text = await readText(request);
  if (text === undefined) return refuse(413, 'The body is too large.');
  const parsed = parseJson(text);
  if (parsed === undefined) return refuse(400, 'The body is not JSON.');
  const checked = schema.safeParse(parsed);
  if (checked.success) return { ok: true, order: checked.data };
  const words = checked.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  return refuse(400, words.join('; '));
}

function refuse(status: number, error: string): { ok: false; refusal: Reply } {
  return { ok: false, refusal: failure(status, error) };
}

async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > LIMIT) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
