// Walks through the App, its installation, people, teams and repositories.
import { appJwt } from '../../support/app-token.ts';
import { REPO, type Walk } from './walk.ts';

export async function walkApp({ client, app, github }: Walk): Promise<void> {
  const jwt = appJwt(github);
  expect((await client.call(jwt, 'GET /app')).json).toMatchObject({ id: github.app.id, slug: 'relcomms' });
  expect((await client.call(jwt, 'GET /app/installations')).json).toMatchObject([
    { account: { login: 'acme' } },
  ]);
  const installation = `/app/installations/${github.app.installationId}`;
  await client.call(jwt, `GET ${installation}`);
  const body = { permissions: { issues: 'read' } };
  const { json } = await client.call(jwt, `POST ${installation}/access_tokens`, { body, status: 201 });
  await client.call(String(json['token']), `POST ${REPO}/labels`, { body: { name: 'x' }, status: 403 });
  await client.call(jwt, `GET ${REPO}/installation`);
  await walkDeliveries({ client, app, github });
  await walkManifest({ client, app, github });
  const reached = await client.call(app, 'GET /installation/repositories');
  expect(reached.json).toMatchObject({ total_count: 1, repositories: [{ full_name: 'acme/demo' }] });
}

/** Nobody listens there, so each try fails. */
async function walkDeliveries({ client, app, github }: Walk): Promise<void> {
  const jwt = appJwt(github);
  github.setWebhookUrl('http://127.0.0.1:9/');
  await github.deliver({ event: 'star', payload: { action: 'created' }, id: 'one' });
  await github.deliver('one');
  github.setWebhookUrl(undefined);
  const { json } = await client.call(jwt, 'GET /app/hook/deliveries?per_page=1');
  expect(json).toMatchObject([{ guid: 'one', event: 'star', redelivery: true, status_code: 0 }]);
  const [{ id: newest }] = json as unknown as [{ id: number }];
  const older = await client.call(jwt, `GET /app/hook/deliveries?cursor=${newest - 1}`);
  expect(older.json).toMatchObject([{ guid: 'one', redelivery: false }]);
  expect((await client.call(jwt, 'GET /app/hook/deliveries?status=success')).json).toEqual([]);
  const whole = await client.call(jwt, `GET /app/hook/deliveries/${newest}`);
  expect(whole.json).toMatchObject({ id: newest, request: { payload: { action: 'created' } } });
  await client.call(app, 'GET /app/hook/deliveries', { status: 401 });
}

/** The way of an App from a manifest: its code works once. */
async function walkManifest({ client, github }: Walk): Promise<void> {
  const manifest = {
    name: 'relcomms',
    url: 'https://example.com',
    hook_attributes: { url: 'http://127.0.0.1:9/' },
    redirect_url: 'http://127.0.0.1:9/made?from=here',
    default_permissions: { issues: 'write' },
    default_events: ['push'],
  };
  const back = new URL(github.registerApp({ manifest: JSON.stringify(manifest), state: 'a b' }));
  github.setWebhookUrl(undefined);
  const { code, ...rest } = Object.fromEntries(back.searchParams);
  expect(rest).toEqual({ from: 'here', state: 'a b' });
  const request = `POST /app-manifests/${code}/conversions`;
  const { json } = await client.call(undefined, request, { status: 201 });
  const { id, slug, privateKey: pem, webhookSecret } = github.app;
  expect(json).toMatchObject({ id, slug, pem, webhook_secret: webhookSecret, events: ['push'] });
  await client.call(undefined, request, { status: 404 });
  expect(() => github.registerApp({ manifest: JSON.stringify({ ...manifest, url: 'example' }) })).toThrow(
    'url is no address',
  );
}

export async function walkAccounts({ client, app, github }: Walk): Promise<void> {
  expect((await client.call(github.token('bob'), 'GET /user')).json).toMatchObject({ login: 'bob' });
  await client.call(app, 'GET /user', { status: 403 });
  await client.call(app, 'GET /users/carol');
  const members = await client.call(app, 'GET /orgs/acme/teams/api/members');
  expect(members.json).toMatchObject([{ login: 'bob' }, { login: 'carol' }]);
  const membership = '/orgs/acme/teams/api/memberships';
  expect((await client.call(app, `GET ${membership}/bob`)).json).toMatchObject({ state: 'active' });
  await client.call(app, `GET ${membership}/dave`, { status: 404 });
  await client.call(github.token('github-actions[bot]'), `GET ${membership}/bob`, { status: 403 });
  await client.call(app, 'GET /rate_limit');
  const seen = await client.call(github.token('erin'), `GET ${REPO}`);
  expect(seen.json['permissions']).toEqual({
    admin: false,
    maintain: false,
    push: false,
    triage: true,
    pull: true,
  });
  expect((await client.call(app, `GET ${REPO}/collaborators`)).json).toHaveLength(5);
  const role = await client.call(app, `GET ${REPO}/collaborators/erin/permission`);
  expect(role.json).toMatchObject({ permission: 'read', role_name: 'triage', user: { login: 'erin' } });
}
