// Tells the emulator who may do what, and who is in which team.
import { ACTIONS_BOT } from './emulator-seed.ts';
import type { Emulator } from './emulator.ts';
import type { Account, Permission, Team } from './model/account.ts';
import type { GitHubSeed } from './seed.ts';

const EMULATOR_PERMISSION: Record<Permission, string> = {
  admin: 'admin',
  maintain: 'maintain',
  write: 'push',
  triage: 'triage',
  read: 'pull',
};

/** With their rights in one repository. */
export async function addCollaborators(
  emulator: Emulator,
  permissions: ReadonlyMap<string, Permission>,
  path: string,
): Promise<void> {
  await Promise.all(
    [...permissions, [ACTIONS_BOT, 'write'] as const].map(([login, permission]) =>
      emulator.send({
        method: 'PUT',
        path: `${path}/collaborators/${encodeURIComponent(login)}`,
        body: { permission: EMULATOR_PERMISSION[permission] },
      }),
    ),
  );
}

/** With their members. */
export async function createTeams(
  emulator: Emulator,
  seed: GitHubSeed,
  accounts: ReadonlyMap<string, Account>,
): Promise<Team[]> {
  return Promise.all(
    (seed.teams ?? []).map(async ({ slug, members }) => {
      const team = { method: 'POST', path: `/orgs/${seed.owner}/teams`, body: { name: slug } };
      const { json } = await emulator.send(team);
      const path = `/orgs/${seed.owner}/teams/${slug}/memberships`;
      await Promise.all(
        members.map((login) => emulator.send({ method: 'PUT', path: `${path}/${login}`, body: {} })),
      );
      const { id, node_id: nodeId } = json as { id: number; node_id: string };
      const people = members.flatMap((login) => accounts.get(login.toLowerCase()) ?? []);
      return { id, nodeId, slug, name: slug, members: people };
    }),
  );
}
