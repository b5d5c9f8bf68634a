// Many writes as one mutation: valid by GitHub's own schema, and the same text whatever the values are.
import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, parse, validate } from 'graphql';
import { type OneWrite, mutationFor } from '../../../../src/github/apply/together/mutation.ts';

const schema = buildSchema(published.idl, { assumeValid: true });

const WRITES: readonly OneWrite[] = [
  { kind: 'make', subject: 'PR_1', text: 'Hello "@bob" }' },
  { kind: 'edit', id: 'IC_1', text: '$id0' },
  { kind: 'fold', id: 'IC_2', classifier: 'OUTDATED' },
  { kind: 'remove', id: 'IC_3' },
];

test('GitHub knows every field, and no value stands in the text', () => {
  const { query, variables } = mutationFor(WRITES);
  expect(validate(schema, parse(query))).toEqual([]);
  expect(variables).toEqual({
    id0: 'PR_1',
    text0: 'Hello "@bob" }',
    id1: 'IC_1',
    text1: '$id0',
    id2: 'IC_2',
    why2: 'OUTDATED',
    id3: 'IC_3',
  });
  const others = mutationFor([
    { kind: 'make', subject: 'I_9', text: 'Other' },
    { kind: 'edit', id: 'IC_8', text: 'words' },
    { kind: 'fold', id: 'IC_7', classifier: 'RESOLVED' },
    { kind: 'remove', id: 'IC_6' },
  ]);
  expect(others.query).toBe(query);
});

test('labels go the same way, several of one thing in one field', () => {
  const { query, variables } = mutationFor([
    { kind: 'put-on', id: 'PR_1', labels: ['LA_1', 'LA_2'] },
    { kind: 'take-off', id: 'I_2', labels: ['LA_1'] },
  ]);
  expect(validate(schema, parse(query))).toEqual([]);
  expect(variables).toEqual({ id0: 'PR_1', labels0: ['LA_1', 'LA_2'], id1: 'I_2', labels1: ['LA_1'] });
});
