// REST's counts of reactions.
import type { Json } from '../model/json-object.ts';
import type { Writing } from '../model/writing.ts';

export const REACTIONS = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'] as const;

export function reactionsJson(url: string, writing: Writing): Json {
  const count = (content: string): number =>
    writing.reactions.filter((reaction) => reaction.content === content).length;
  return {
    url: `${url}/reactions`,
    total_count: writing.reactions.length,
    ...Object.fromEntries(REACTIONS.map((content) => [content, count(content)])),
  };
}
