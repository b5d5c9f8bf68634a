// What a proposed config wants looked at can be said to another process, whichever sections it has.
import { readSaid } from '../../src/judge/messages.ts';
import { prepareFile, readerOf } from '../../src/run/prepare.ts';
import { wantedBy } from '../../src/run/judge-proposal.ts';
import { NOW, SECTIONS, configWith } from '../support/switched-on.ts';

const PATH = '.github/relcomms.yml';

test('every section asks in words', () => {
  const prepared = prepareFile({ kind: 'file', text: configWith(SECTIONS), id: '1' }, NOW, readerOf({}));
  if (prepared === undefined || 'problems' in prepared) throw new Error(JSON.stringify(prepared));
  const said = { wanted: wantedBy(prepared, { now: NOW, path: PATH }, {}) };
  expect(said.wanted.questions).toMatchObject({ seen: [], votes: [], testPages: [] });
  expect(readSaid(JSON.stringify(said), PATH)).toEqual(JSON.parse(JSON.stringify(said)));
});
