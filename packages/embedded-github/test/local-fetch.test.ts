// A client without a socket gets what a client over HTTP gets, refusals too.
import { startTestGitHub } from './support/github.ts';

test('an answer can be read twice, as plugins do that look into a refusal', async () => {
  const github = await startTestGitHub();
  const response = await github.fetch(`${github.url}/api/v3/repos/acme/demo/issues`, {
    headers: { authorization: 'token nobody' },
  });
  expect(response.status).toBe(401);
  const copy = response.clone();
  expect(await copy.text()).toBe(await response.text());
  expect(JSON.parse(await copy.text())).toMatchObject({ message: 'Bad credentials' });
  await github.close();
});
