// Who is on the embedded GitHub: the cast, and whoever the config names.
import type { PersonSeed } from '../../packages/embedded-github/src/index.ts';

const CAST: readonly PersonSeed[] = [
  { login: 'alice', permission: 'admin', name: 'Alice Adams' },
  { login: 'bob', permission: 'write', name: 'Bob Baker' },
  { login: 'carol', permission: 'write', name: 'Carol Cole' },
  { login: 'dave', permission: 'write', name: 'Dave Dunn' },
  { login: 'erin', permission: 'read', name: 'Erin Ellis' },
];

/** More would only crowd the page. */
const MOST = 30;

/** The cast, then the further people of the config, who may write. */
export function castOf(logins: readonly string[]): PersonSeed[] {
  const known = new Set(CAST.map((person) => person.login));
  const others = [...new Set(logins)].filter((login) => !known.has(login.toLowerCase()));
  return [...CAST, ...others.slice(0, MOST).map((login) => ({ login, permission: 'write' as const }))];
}
