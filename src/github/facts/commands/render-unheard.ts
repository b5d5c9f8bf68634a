// What a run says of commands that it has not answered.
import { countWords } from '../../../text/words.ts';

export const unheardWords = {
  waiting: (people: number) => ({
    what: `commands of ${people === 1 ? 'one more person' : `${people} more people`}`,
    why: 'a run checks the permissions of a few people, people with a role first; the next run continues',
    mayVote: true as const,
  }),
  silent: (comments: number) => ({
    what: countWords(comments, 'comment with commands', 'comments with commands'),
    why: 'their authors may give none there, and have got an answer already',
  }),
  others: (pulls: number, why: string) => ({
    what: `${countWords(pulls, 'pull request')} of no release`,
    why: `${why}; a later run reads them`,
  }),
  unread: (numbers: readonly number[], why = 'there are more than one run reads') => ({
    what: `older comments on ${numbers.map((number) => `#${number}`).join(', ')}`,
    why,
    mayVote: true as const,
  }),
};
