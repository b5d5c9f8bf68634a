// In which of the teams that hold roles somebody is; what GitHub does not show stays unknown.
import { membershipsOf } from '../../../src/github/facts/commands/memberships.ts';
import { scriptedGitHub } from '../../support/scripted-github.ts';

type Answer = string | number;

/** What is known of teams by GitHub's answer for each: a state, or the status of a refusal. */
function ask(answers: Readonly<Record<string, Answer>>) {
  const request = (_: string, { team_slug: slug }: { readonly team_slug: string }) => {
    const answer = answers[slug];
    return typeof answer === 'number'
      ? Promise.reject(Object.assign(new Error('No.'), { status: answer }))
      : Promise.resolve({ data: { state: answer } });
  };
  const teams = Object.keys(answers).map((slug) => `acme/${slug}`);
  return membershipsOf(scriptedGitHub({ request }), 'alice', teams);
}

test('who is in it, who is not, and whom GitHub does not show', async () => {
  expect(await ask({ in: 'active', invited: 'pending', out: 404, hidden: 403 })).toEqual({
    member: ['acme/in'],
    unknown: ['acme/hidden'],
  });
});

test.each([429, 500, 502])('where GitHub gives no answer, nothing is known: %s', async (status) => {
  await expect(ask({ in: 'active', other: status })).rejects.toThrow('No.');
});

test('of more than ten teams the rest stays unknown, and is not asked about', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`t${index}`, index < 10 ? 404 : 500]),
  );
  expect(await ask(many)).toEqual({ member: [], unknown: ['acme/t10', 'acme/t11'] });
});
