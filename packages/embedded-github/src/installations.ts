// What an installation may do as it is at the moment: refused as a whole, or with other permissions than its token names.
import type { Actor } from './actor.ts';
import { INSTALLATION_ID, appPermissions, ownersOf } from './emulator-seed.ts';
import type { Account } from './model/account.ts';
import type { Installation, InstallationChange } from './model/installation.ts';
import type { World } from './model/world.ts';
import { Refusal } from './refusal.ts';
import type { Answer } from './rest/call.ts';
import type { GitHubSeed } from './seed.ts';

/** One for each owner of repositories, in the order of the seed. */
export function installationsOf(
  seed: GitHubSeed,
  owners: ReadonlyMap<string, Account>,
  now: string,
): Map<number, Installation> {
  const all = ownersOf(seed).map((login, index): Installation => {
    const owner = owners.get(login.toLowerCase());
    if (owner === undefined) throw new Error(`${login} has no account`);
    const {
      state = 'active',
      permissions = appPermissions(seed),
      selection = 'all',
    } = seed.installations?.[login] ?? {};
    const suspendedAt = state === 'suspended' ? now : null;
    return { id: INSTALLATION_ID + index, owner, state, selection, permissions, suspendedAt };
  });
  return new Map(all.map((installation) => [installation.id, installation]));
}

export function installationOf({ installations }: World, owner: string): Installation {
  const found = [...installations.values()].find(
    (installation) => installation.owner.login.toLowerCase() === owner.toLowerCase(),
  );
  if (found === undefined) throw new Error(`the App is not installed at ${owner}`);
  return found;
}

export function changeInstallation(
  installation: Installation,
  { state, permissions }: InstallationChange,
  now: string,
): void {
  if (permissions !== undefined) installation.permissions = permissions;
  if (state === undefined) return;
  installation.state = state;
  installation.suspendedAt = state === 'suspended' ? now : null;
}

/** The actor with the permissions that its installation has now. */
export function asInstalled({ installations }: World, actor: Actor): Actor {
  const installation = installations.get(actor.grants?.installation ?? 0);
  if (installation === undefined || actor.grants === undefined) return actor;
  const held = Object.entries(actor.grants.permissions).filter(
    ([name]) => installation.permissions[name] !== undefined,
  );
  const permissions = Object.fromEntries(
    held.map(([name, level]) => [name, installation.permissions[name] === 'read' ? 'read' : level]),
  );
  return { ...actor, grants: { ...actor.grants, permissions } };
}

/** Throws while the installation is refused as a whole. */
export function refuseInstallation(installation: Installation | undefined): void {
  if (installation?.state === 'suspended') throw Refusal.forbidden('This installation has been suspended');
  if (installation?.state === 'ip-allow-list') throw Refusal.forbidden(allowListWords(installation));
}

/** GraphQL says it with a 200, as an error of the repository that was asked for. */
export function refusedInGraphql(installation: Installation): Answer {
  const error = { type: 'FORBIDDEN', path: ['repository'], message: allowListWords(installation) };
  return { status: 200, json: { data: { repository: null }, errors: [error] } };
}

function allowListWords({ owner }: Installation): string {
  return `Although you appear to have the correct authorization credentials, the \`${owner.login}\` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.`;
}
