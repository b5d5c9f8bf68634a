// Holds requests and answers to GitHub's OpenAPI description.
import { complaints } from './openapi-schema.ts';
import { type Operation, type Parameter, type Schema, findOperation, resolveRef } from './openapi-spec.ts';

/** Where the description is wrong: here it asks for an account that is a user and an enterprise at once. */
const MENDED: Readonly<Record<string, Schema>> = {
  'GET /app/installations 200': { type: 'array', items: { $ref: '#/components/schemas/installation' } },
};

export interface CheckedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: unknown;
}

export interface CheckedAnswer {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly json: unknown;
}

/** What GitHub's description finds wrong with the request; empty when it is fine. */
export function checkRequest({ method, url, body }: CheckedRequest): string[] {
  const { path, query } = split(url);
  const found = findOperation(method, path);
  if (found === undefined) return [`no such operation: ${method} ${path}`];
  return [...checkQuery(found.name, found.operation, query), ...checkBody(found.name, found.operation, body)];
}

/** What GitHub's description finds wrong with the answer; empty when it is fine. */
export function checkResponse({ method, url, status, json }: CheckedAnswer): string[] {
  const found = findOperation(method, split(url).path);
  if (found === undefined) return [`no such operation: ${method} ${url}`];
  const response = found.operation.responses[String(status)];
  if (response === undefined) return [`${found.name} has no answer ${status}`];
  const key = `${found.name} ${status}`;
  const schema = MENDED[key] ?? resolveRef(response).content?.['application/json']?.schema;
  return schema === undefined ? [] : complaints(key, schema, json);
}

function checkQuery(name: string, operation: Operation, query: URLSearchParams): string[] {
  const known = (operation.parameters ?? []).map((parameter) => resolveRef<Parameter>(parameter));
  return [...query].flatMap(([key, value]) => {
    const parameter = known.find((candidate) => candidate.in === 'query' && candidate.name === key);
    if (parameter === undefined) return [`unknown query parameter ${key}`];
    const { schema } = parameter;
    if (schema === undefined) return [];
    return complaints(`${name} ?${key}`, schema, typed(schema, value)).map(
      (complaint) => `?${key}${complaint}`,
    );
  });
}

function checkBody(name: string, operation: Operation, body: unknown): string[] {
  const description = operation.requestBody === undefined ? undefined : resolveRef(operation.requestBody);
  const schema = description?.content?.['application/json']?.schema;
  if (schema === undefined) return isEmpty(body) ? [] : [`${name} takes no body`];
  if (body === undefined) return description?.required === true ? [`${name} needs a body`] : [];
  return [...complaints(name, schema, body), ...unknownKeys(schema, body)];
}

/** GitHub ignores keys that it doesn't know; ours must not depend on that. */
function unknownKeys(schema: Schema, body: unknown): string[] {
  const properties = schema['properties'] as Schema | undefined;
  if (properties === undefined || typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  return Object.keys(body).flatMap((key) => (key in properties ? [] : [`unknown key ${key}`]));
}

function typed(schema: Schema, value: string): unknown {
  if (schema['type'] === 'integer' || schema['type'] === 'number') return Number(value);
  if (schema['type'] === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}

function split(url: string): { path: string; query: URLSearchParams } {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  return { path: pathname, query: searchParams };
}

function isEmpty(body: unknown): boolean {
  return body === undefined || (typeof body === 'object' && body !== null && Object.keys(body).length === 0);
}
