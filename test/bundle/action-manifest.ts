// What action.yml promises: its inputs with their defaults, its outputs and its entry.
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';

export interface ActionManifest {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string; readonly required?: boolean }>
  >;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export function readManifest(): ActionManifest {
  return load(readFileSync('action.yml', 'utf8')) as ActionManifest;
}
