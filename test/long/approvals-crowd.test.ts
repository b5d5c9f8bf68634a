// A thousand open pull requests: exactly those ask for approval that have to, and nobody drowns in mails.
import { expectCrowd } from '../support/expect-crowd.ts';

test('a thousand: everybody is told what waits for them, in two mails at most, and a second run costs 32 requests at most', async () => {
  await expectCrowd(1000);
  expect.hasAssertions();
}, 900_000);
