// Puts fields together to one query: an alias per thing asked for, values always as variables.
import type { Fields } from './facts/fact.ts';

export interface BuiltQuery {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Undefined when there is nothing to ask. */
export function buildQuery(name: string, fields: readonly Fields[]): BuiltQuery | undefined {
  const parts = fields.flatMap((one) => one.parts);
  if (parts.length === 0) return undefined;
  const variables = Object.assign({}, ...fields.map((one) => one.variables)) as Record<string, string>;
  const types = Object.assign({}, ...fields.map((one) => one.types ?? {})) as Record<string, string>;
  const declared = Object.keys(variables).map(
    (variable) => `, $${variable}: ${types[variable] ?? 'String!'}`,
  );
  const fragments = [...new Set(fields.flatMap((one) => one.fragments ?? []))];
  const head = `query ${name}($owner: String!, $name: String!${declared.join('')}) {\n  repository(owner: $owner, name: $name) {`;
  return { query: [`${head}\n    ${parts.join('\n    ')}\n  }\n}`, ...fragments].join('\n'), variables };
}
