// Names of those who approve: a person `alice`, a team `acme/api`, or an address that CODEOWNERS gives.

export type NameKind = 'person' | 'team' | 'address';

export function kindOf(name: string): NameKind {
  if (name.includes('@')) return 'address';
  return name.includes('/') ? 'team' : 'person';
}

/** GitHub does not mind capitals in logins, teams and labels. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function includesName(names: readonly string[], name: string): boolean {
  return names.some((other) => sameName(other, name));
}

/** Each name once, as it was first written. */
export function uniqueNames(names: readonly string[]): string[] {
  return names.filter((name, index) => names.findIndex((other) => sameName(other, name)) === index);
}
