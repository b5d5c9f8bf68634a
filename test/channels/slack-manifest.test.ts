// The manifest of the Slack app asks for the scopes of the methods that are called, and for nothing else.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { SCOPE_OF } from '../../src/channels/slack/methods.ts';

const FOLDER = 'src/channels/slack';
const SOURCES = readdirSync(FOLDER).map((file) => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }));

test('the methods that are called are those of the list', () => {
  const called = SOURCES.flatMap(({ text }) =>
    [...text.matchAll(/\.call\(\s*'([\w.]+)'/g)].map(([, method = '']) => method),
  );
  expect([...new Set(called)].toSorted()).toEqual(Object.keys(SCOPE_OF).toSorted());
});

test('nothing goes around the list: one file holds the client', () => {
  const holders = SOURCES.filter(({ text }) => text.includes('WebClient')).map(({ file }) => file);
  expect(holders).toEqual(['client.ts']);
});

test('the manifest asks for their scopes and for no others', () => {
  const manifest = load(readFileSync('slack-manifest.yml', 'utf8')) as {
    oauth_config: { scopes: Record<string, readonly string[]> };
    settings: object;
  };
  const wanted = new Set(Object.values(SCOPE_OF).filter((scope) => scope !== undefined));
  expect(Object.keys(manifest.oauth_config.scopes)).toEqual(['bot']);
  expect(manifest.oauth_config.scopes['bot']?.toSorted()).toEqual([...wanted].toSorted());
  expect(manifest.settings).not.toHaveProperty('event_subscriptions');
});
