// GitHub's OpenAPI description: its operations, and which of them a request asks for.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | Ref)[];
  readonly requestBody?: (Content & { readonly required?: boolean }) | Ref;
  readonly responses: Readonly<Record<string, Content | Ref>>;
}

export interface Ref {
  readonly $ref: string;
}

interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Entry {
  /** Method and path template, as `GET /repos/{owner}/{repo}`. */
  readonly name: string;
  readonly pattern: RegExp;
  readonly operation: Operation;
}

const FILE = '@octokit/openapi/generated/api.github.com.json';

let spec: Spec | undefined;
const entries = new Map<string, readonly Entry[]>();

/** Parsed when first needed: it has 13 MB. */
function loaded(): Spec {
  spec ??= JSON.parse(readFileSync(createRequire(import.meta.url).resolve(FILE), 'utf8')) as Spec;
  return spec;
}

/** What a `$ref` stands for; anything else is returned as it is. */
export function resolveRef<T>(value: T | Ref): T {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
  let found: unknown = loaded();
  for (const key of value.$ref.split('/').slice(1)) found = (found as Record<string, unknown>)[key];
  return found as T;
}

/** The operation that method and path name, literal segments before parameters. */
export function findOperation(method: string, path: string): Entry | undefined {
  return ofMethod(method).find((entry) => entry.pattern.test(path));
}

function ofMethod(method: string): readonly Entry[] {
  const known = entries.get(method);
  if (known !== undefined) return known;
  const made = Object.entries(loaded().paths)
    .flatMap(([template, operations]) => {
      const operation = operations[method.toLowerCase()];
      return operation === undefined
        ? []
        : [{ name: `${method} ${template}`, pattern: patternOf(template), operation }];
    })
    // Few parameters are more exact, and so is the longer of two templates.
    .toSorted((a, b) => parameters(a.name) - parameters(b.name) || b.name.length - a.name.length);
  entries.set(method, made);
  return made;
}

function parameters(template: string): number {
  return template.split('{').length;
}

/** `path` and `ref` may hold slashes. */
function patternOf(template: string): RegExp {
  const source = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    /^(?:path|ref)$/.test(name) ? '.+' : '[^/]+',
  );
  return new RegExp(`^${source}$`);
}
