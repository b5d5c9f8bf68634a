// Names of accounts and channels as they are elsewhere: old logins, managed users, letters of all scripts.
import { login, slackChannel } from '../../src/config/fields/accounts.ts';

test.each(['ann-', '0----0', '-ben-', 'a--b', 'octo_acme', 'alice'])('%s is a login', (name) => {
  expect(login().safeParse(name).success).toBe(true);
});

test.each(['dependabot[bot]', 'a b', '@alice', '-', ''])('%j is none', (name) => {
  expect(login().safeParse(name).success).toBe(false);
});

test.each(['#リリース', '#サーバー', '#々人', '#ผู้ดูแล', '#रिलीज़', '#ﾁｰﾑー', '#team-api'])(
  '%s is a channel',
  (name) => {
    expect(slackChannel().safeParse(name).success).toBe(true);
  },
);

test.each(['#Team-Api', '#release.notes', 'team-api'])('%s is none', (name) => {
  expect(slackChannel().safeParse(name).success).toBe(false);
});
