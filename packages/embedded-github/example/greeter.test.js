// A Probot App and its test: it greets whoever opens an issue.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { start } from 'embedded-github';
import { Probot, createNodeMiddleware } from 'probot';

const greeter = (app) => {
  app.on('issues.opened', (context) =>
    context.octokit.rest.issues.createComment(context.issue({ body: 'Welcome!' })),
  );
};

test('a new issue is greeted', async () => {
  const github = await start({
    seed: {
      owner: 'acme',
      repo: 'demo',
      people: [
        { login: 'alice', permission: 'admin' },
        { login: 'erin', permission: 'read' },
      ],
      files: { 'README.md': '# demo\n' },
      app: { webhookSecret: 'secret' },
    },
  });
  const { id: appId, privateKey, webhookSecret: secret } = github.app;
  const probot = new Probot({ appId, privateKey, secret, baseUrl: github.url, logLevel: 'fatal' });
  const handle = await createNodeMiddleware(greeter, { probot, webhooksPath: '/' });
  const server = createServer((request, response) => void handle(request, response));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  github.setWebhookUrl(`http://127.0.0.1:${server.address().port}/`);

  const issue = await github.as('erin').openIssue({ title: 'It breaks on Mondays' });
  await github.settled();

  const [demo] = github.state();
  assert.deepEqual(
    demo.issues.find(({ number }) => number === issue).comments.map(({ author, body }) => [author, body]),
    [[`${github.app.slug}[bot]`, 'Welcome!']],
  );
  assert.deepEqual(github.violations, []);
  server.close();
  server.closeAllConnections();
  await github.close();
});
