// A crowd of open pull requests: exactly those ask for approval that have to, and nobody drowns in mails.
import { expectCrowd } from '../support/expect-crowd.ts';

test('a hundred: everybody is told what waits for them, in two mails at most, and a second run costs 5 requests', async () => {
  await expectCrowd(100);
  expect.hasAssertions();
}, 120_000);
