// What GitHub and Slack are told of the App is what app.yml and slack-manifest.yml say.
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { appForm, homeOf, refusalOfOrganization, slackLink } from '../../src/setup/manifest.ts';

const APP_YML = readFileSync('app.yml', 'utf8');
const to = {
  site: 'https://octocorp.ghe.com',
  organization: '',
  home: 'https://release.example',
  redirectUrl: 'http://127.0.0.1:3000/made',
  state: 'a+b/c=',
};

test('the manifest is app.yml, with the addresses of this App', () => {
  const { manifest } = appForm(APP_YML, to);
  expect(JSON.parse(manifest)).toEqual({
    ...(load(APP_YML) as object),
    hook_attributes: { url: 'https://release.example/api/github/webhooks' },
    redirect_url: to.redirectUrl,
    setup_url: 'https://release.example/started',
  });
  expect(JSON.parse(manifest)).toMatchObject({ public: false, default_permissions: { issues: 'write' } });
});

test('the form goes to the own account or to the organization, with the state', () => {
  expect(appForm(APP_YML, to).action).toBe('https://octocorp.ghe.com/settings/apps/new?state=a%2Bb%2Fc%3D');
  expect(appForm(APP_YML, { ...to, organization: 'acme' }).action).toBe(
    'https://octocorp.ghe.com/organizations/acme/settings/apps/new?state=a%2Bb%2Fc%3D',
  );
});

test('the link for Slack holds the whole manifest', () => {
  const text = readFileSync('slack-manifest.yml', 'utf8');
  const link = new URL(slackLink(text));
  expect(`${link.origin}${link.pathname}`).toBe('https://api.slack.com/apps');
  expect(Object.fromEntries(link.searchParams)).toEqual({ new_app: '1', manifest_yaml: text });
});

test.each([
  ['https://release.example', 'https://release.example'],
  [' https://release.example/ ', 'https://release.example'],
  ['https://release.example:8443/relcomms/', 'https://release.example:8443/relcomms'],
  ['https://release.example/api/github/webhooks', 'https://release.example'],
])('the App of %s is at %s', (typed, url) => {
  expect(homeOf(typed)).toEqual({ url });
});

test.each([
  '',
  'release.example',
  'javascript:alert(1)',
  'https://user:secret@release.example',
  'https://release.example/?a=1',
  'http://localhost:3000',
  'http://127.0.0.1',
  'http://[::1]:3000',
  `https://release.example/${'a'.repeat(500)}`,
])('%p is no public address', (typed) => {
  expect(homeOf(typed)).toEqual({ why: expect.any(String) as string });
});

test.each(['a/b', '../x', 'acme?x=1', 'a'.repeat(40)])('%p is no organization', (typed) => {
  expect(refusalOfOrganization(typed)).toContain('Write the organization');
});
