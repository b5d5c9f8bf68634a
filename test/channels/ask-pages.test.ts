// Pages of a config are asked once a run, ten at most, and not at all for whoever may not use the channels.
import { askPages } from '../../src/channels/ask-pages.ts';

/** An asker that counts, and finds nothing. */
function counting(answer: string | undefined = 'answers with 404') {
  const asked: string[] = [];
  const ask = (page: string) => {
    asked.push(page);
    return Promise.resolve(answer);
  };
  return { asked, ask };
}

const PAGES = Array.from({ length: 500 }, (_, index) => `https://example.org/${index}`);

test('500 pages for ten audiences are ten questions, and the others count as not there', async () => {
  const { asked, ask } = counting();
  const pages = askPages({ privateToo: false, ask });
  const answers = await Promise.all(Array.from({ length: 10 }, () => pages(PAGES)));
  expect(asked).toEqual(PAGES.slice(0, 10));
  expect(answers[9]?.slice(9, 11)).toEqual([
    'https://example.org/9 answers with 404',
    'https://example.org/10 was not asked: a run asks 10 pages',
  ]);
});

test('pages that answer are none of them, whoever asks again', async () => {
  const { asked, ask } = counting();
  const there = askPages({
    privateToo: false,
    ask: (page, how) => ask(page).then(() => (how.stop?.aborted === false ? undefined : 'too late')),
  });
  expect(await there(PAGES.slice(0, 2))).toEqual([]);
  expect(await there(PAGES.slice(0, 2))).toEqual([]);
  expect(asked).toHaveLength(2);
});

test('for an account that this App sends nothing for, no page is asked', async () => {
  const { asked, ask } = counting();
  const pages = askPages({ privateToo: false, barred: 'This App sends no messages for acme.', ask });
  expect(await pages(PAGES)).toEqual(['This App sends no messages for acme.']);
  expect(await pages([])).toEqual([]);
  expect(asked).toEqual([]);
});
