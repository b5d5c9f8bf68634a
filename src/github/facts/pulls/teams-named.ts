// The teams whose approval may count: of the config, and of the files of code owners.
import type { BranchOwners } from '../../../domain/pull.ts';

/** `asked` are those of the config; each once. */
export function teamsNamed(asked: readonly string[], owners: readonly BranchOwners[]): string[] {
  const named = owners.flatMap(({ file }) =>
    file.known
      ? [...(file.value?.text ?? '').matchAll(/@([\w-]+\/[\w.-]+)/g)].map(([, team = '']) => team)
      : [],
  );
  return [...new Map([...asked, ...named].map((team) => [team.toLowerCase(), team] as const)).values()];
}
