// Joins what several ask into one: each kind of question by the rule of its own fact.
import type { Fact } from '../../domain/observed.ts';
import type { Questions } from '../../domain/questions.ts';
import type { AnyFact } from './fact.ts';

/** What is asked of a fact; undefined when nobody asks. */
export function questionOf(questions: Questions, { question }: AnyFact): unknown {
  return (questions as Readonly<Record<string, unknown>>)[question as string];
}

/** Everything that any of them asks. */
export function joinQuestions(facts: readonly AnyFact[], all: readonly Questions[]): Questions {
  return Object.fromEntries(
    facts.flatMap((fact) => {
      const asked = all.map((questions) => questionOf(questions, fact));
      const [first, ...more] = asked.filter((question) => question !== undefined);
      return first === undefined
        ? []
        : [[fact.question, more.reduce((before, one) => fact.join(before, one), first)]];
    }),
  );
}

/** The questions of who needs these facts and names nothing in particular. */
export function bareQuestions(facts: readonly AnyFact[], needed: readonly Fact[]): Questions {
  const sources = facts.filter((source) => needed.some((fact) => source.facts.includes(fact)));
  return Object.fromEntries(sources.map(({ question, bare }) => [question, bare]));
}

/** How many names all of them have looked up. */
export function countNames(facts: readonly AnyFact[], questions: Questions): number {
  return facts.reduce((sum, fact) => {
    const question = questionOf(questions, fact);
    return question === undefined ? sum : sum + fact.count(question);
  }, 0);
}
