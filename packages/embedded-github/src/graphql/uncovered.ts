// What the embedded GitHub can't answer is said, never guessed.
import { GraphQLError } from 'graphql';

/** The error for a field or argument without an answer. */
export function uncovered(what: string): GraphQLError {
  return new GraphQLError(`embedded GitHub: ${what} is not covered`);
}

/** Throws when an argument is given that the resolver doesn't know. */
export function onlyArguments(
  field: string,
  args: Readonly<Record<string, unknown>>,
  known: readonly string[],
): void {
  for (const [name, value] of Object.entries(args))
    if (value !== undefined && value !== null && !known.includes(name)) throw uncovered(`${field}(${name}:)`);
}
