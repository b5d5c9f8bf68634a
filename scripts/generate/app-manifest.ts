// The rights and the webhooks in the manifest of the GitHub App, from what the duties declare.
import type { AnyDuty } from '../../src/duties/duty.ts';
import type { Permission } from '../../src/duties/permission.ts';
import { BASE_PERMISSIONS } from '../../src/duties/base-permissions.ts';
import { BASE_EVENTS, UNASKED_EVENTS } from './base-events.ts';

/** The manifest with everything from `default_permissions` on written anew; what stands before it stays. */
export function appManifest(before: string, duties: readonly AnyDuty[]): string {
  const from = before.indexOf('default_permissions:\n');
  if (from < 0) throw new Error('the manifest has no default_permissions');
  return [before.slice(0, from), permissions(allPermissions(duties)), events(duties)].join('');
}

/** Those of the way itself, then those of the duties. */
export function allPermissions(duties: readonly AnyDuty[]): Permission[] {
  return [...BASE_PERMISSIONS, ...duties.flatMap(({ permissions: own = [] }) => own)];
}

/** Each right once, as far as anybody needs it, below the reasons of all. */
function permissions(all: readonly Permission[]): string {
  const names = [...new Set(all.flatMap(({ rights }) => Object.keys(rights)))];
  const lines = names.flatMap((name) => {
    const own = all.filter(({ rights }) => rights[name] !== undefined);
    const access = own.some(({ rights }) => rights[name] === 'write') ? 'write' : 'read';
    return [...own.map((one) => `  # ${one.rights[name]}: ${one.for}`), `  ${name}: ${access}`];
  });
  return ['default_permissions:', ...lines, ''].join('\n');
}

function events(duties: readonly AnyDuty[]): string {
  const all = new Set([...BASE_EVENTS, ...duties.flatMap(({ wakesOn }) => wakesOn)]);
  const asked = [...all].filter((name) => !UNASKED_EVENTS.includes(name)).toSorted();
  return ['default_events:', ...asked.map((name) => `  - ${name}`), ''].join('\n');
}
