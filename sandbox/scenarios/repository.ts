// The one repository that every scenario plays in.

export const REPOSITORY = {
  owner: 'acme',
  repo: 'demo',
  path: '/repos/acme/demo',
  /** Members by slug. */
  teams: { api: ['bob', 'carol'], console: ['dave'] },
} as const;
