// Which file of a wiki is the page of a name, as GitHub shows it.
import { findPage } from '../../src/channels/wiki/find-page.ts';

const page = (file: string) => ({ kind: 'page', file });

test.each([
  ['nothing alike', ['Home.md', 'Release-v1.18.1.md'], undefined],
  ['exactly', ['release-v1.18.0.md', 'Release-v1.18.0.md'], page('Release-v1.18.0.md')],
  ['spaces', ['Release v1.18.0.md'], page('Release v1.18.0.md')],
  ['capitals', ['RELEASE-V1.18.0.md'], page('RELEASE-V1.18.0.md')],
  ['another ending of Markdown', ['Release-v1.18.0.markdown'], page('Release-v1.18.0.markdown')],
  ['another format', ['Release-v1.18.0.rst'], { kind: 'other-format', file: 'Release-v1.18.0.rst' }],
  ['Markdown before others', ['Release v1.18.0.rst', 'release v1.18.0.mkd'], page('release v1.18.0.mkd')],
  ['an image', ['Release-v1.18.0.png'], undefined],
])('%s', (_, files, found) => {
  expect(findPage(files, 'Release-v1.18.0.md')).toEqual(found);
});
