// What somebody may do in all repositories of a seed file.
import type { SeedFile } from './schema.ts';

export function permissionOf(person: SeedFile['people'][string]) {
  return typeof person === 'string' ? person : person.permission;
}
