// Who acts on the embedded GitHub: people, bots, organizations, teams, and what they may do.

export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read';

export interface Account {
  readonly id: number;
  readonly nodeId: string;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  readonly name: string | null;
}

export interface Team {
  readonly id: number;
  readonly nodeId: string;
  readonly slug: string;
  readonly name: string;
  readonly members: readonly Account[];
}
