// A text from outside in a line of HTML: nothing in it is a tag, a mention, a reference or a link.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { escapeSummary } from '../../src/text/escape-summary.ts';

test.each([
  ['</summary><b>x', '&lt;/summary&gt;&lt;b&gt;x'],
  ['--> <!-- relcomms:v1 a -->', '--&gt; &lt;!-- relcomms:v1 a --&gt;'],
  ['@alice #12', '@&#8203;alice #&#8203;12'],
  ['Docs & tests', 'Docs &amp; tests'],
  ['two\nlines', 'two lines'],
])('%j', (text, escaped) => {
  expect(escapeSummary(text)).toBe(escaped);
});

test('it stays one piece of HTML', () => {
  const text = escapeSummary(
    '</details>\n\n# heading <img src=x onerror=alert(1)> https://example.com **b**',
  );
  const line = `<!-- relcomms:group a --></details><details><summary>${text}</summary><!-- /relcomms:group -->`;
  const tree = fromMarkdown(`${line}\n- item`, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  expect(tree.children.map(({ type }) => type)).toEqual(['html', 'list']);
});
