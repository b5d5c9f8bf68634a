// What only an App with Redis needs is in no file of the Action, and an App without Redis does not load it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const scripts = (folder: string): { name: string; text: string }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

test.each(['bullmq', 'prom-client', 'enableOfflineQueue', 'lineClaim'])('the Action knows no %s', (word) => {
  expect(scripts('dist/action').filter(({ text }) => text.includes(word))).toEqual([]);
});

test('of the App one file knows Redis, and nothing loads it but on demand', () => {
  const all = scripts('dist/app');
  const knowing = all
    .filter(({ text }) => /from ?["'](?:bullmq|ioredis)["']/.test(text))
    .map(({ name }) => name);
  expect(knowing).toEqual([expect.stringMatching(/^redis-place-/)]);
  const [file = ''] = knowing;
  const loading = all.filter(({ text }) => text.includes(file)).map(({ text }) => text);
  expect(loading.length).toBeGreaterThan(0);
  for (const text of loading) expect(text).not.toMatch(new RegExp(`from ?["']\\./${file}`));
});

test('nothing of the App loads prom-client but on demand', () => {
  for (const { text } of scripts('dist/app')) expect(text).not.toMatch(/from ?["']prom-client["']/);
});
