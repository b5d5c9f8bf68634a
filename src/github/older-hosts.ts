// Fields that some servers do not have yet: a query that names one is refused as a whole there, and asked without it.

/** By what GitHub calls it when it is missing, the words of our queries that ask for it. */
const MAY_LACK: Readonly<Record<string, string>> = {
  // Sub-issues: servers up to 3.16.
  'Issue.parent': 'parent { number }',
};

/** What was found missing, by the client of the run: one refusal tells for all that follows. */
const lacking = new WeakMap<object, Set<string>>();

/** The query without what this host is known to lack. */
export function askable(client: object, query: string): string {
  return [...(lacking.get(client) ?? [])].reduce((text, words) => text.replaceAll(words, ''), query);
}

/** Whether an error is about a field that a host may lack; it is asked for no more then. */
export function learnLacking(client: object, error: unknown): boolean {
  const found = errorsOf(error).flatMap(({ message }) => {
    const [, field = '', type = ''] = /^Field '(\w+)' doesn't exist on type '(\w+)'/.exec(message) ?? [];
    return MAY_LACK[`${type}.${field}`] ?? [];
  });
  const known = lacking.get(client) ?? new Set<string>();
  const fresh = found.filter((words) => !known.has(words));
  lacking.set(client, new Set([...known, ...fresh]));
  return fresh.length > 0;
}

function errorsOf(error: unknown): readonly { readonly message: string }[] {
  const { errors } = (error ?? {}) as { readonly errors?: unknown };
  return Array.isArray(errors) ? errors : [];
}
