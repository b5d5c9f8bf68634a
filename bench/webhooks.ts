// Webhooks of the size of a real one that the App hears and ignores, or does not hear at all.
import type { Webhook } from './post-signed.ts';

const AROUND = {
  installation: { id: 100 },
  sender: { login: 'dave', type: 'User' },
  repository: {
    name: 'demo',
    default_branch: 'main',
    owner: { login: 'acme' },
    words: Array.from({ length: 700 }, (_, n) => ({ n, word: 'twenty letters here.' })),
  },
};

/** Of a kind that no duty waits for. */
export const UNHEARD: Webhook = { event: 'star', payload: { action: 'created', ...AROUND } };

/** A comment that gives no command, on an issue that is none of ours. */
export const IGNORED: Webhook = {
  event: 'issue_comment',
  payload: {
    action: 'created',
    issue: {
      number: 1,
      state: 'open',
      title: 'A question',
      user: { login: 'dave', type: 'User' },
      labels: [],
    },
    comment: { id: 1, body: 'Looks good to me.', user: { login: 'dave', type: 'User' } },
    ...AROUND,
  },
};
