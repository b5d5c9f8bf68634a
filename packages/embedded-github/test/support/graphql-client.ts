// A client for GraphQL that fails on errors and tells which queries it sent.
import type { EmbeddedGitHub } from '../../src/index.ts';

export type Data = Record<string, unknown>;

export interface GraphqlError {
  readonly type?: string;
  readonly message: string;
}

export interface GraphqlClient {
  /** Data of an answer without errors. */
  query(query: string, variables?: Data): Promise<Data>;
  /** The errors of an answer. */
  errors(query: string, variables?: Data): Promise<readonly GraphqlError[]>;
  /** Runs one mutation with its input; `fields` chooses from the payload. */
  mutate(name: string, input: Data, fields: string): Promise<Data>;
  /** Id of the first comment of an issue. */
  firstComment(issue: number): Promise<string>;
}

interface Answer {
  readonly data?: Data;
  readonly errors?: readonly GraphqlError[];
}

export function graphqlClient(
  github: EmbeddedGitHub,
  token: string,
  onQuery: (query: string) => void = () => {},
): GraphqlClient {
  const send = async (query: string, variables: Data = {}): Promise<Answer> => {
    onQuery(query);
    const response = await fetch(`${github.url}/api/graphql`, {
      method: 'POST',
      headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
  const query: GraphqlClient['query'] = async (text, variables) => {
    const { data, errors } = await send(text, variables);
    if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    query,
    errors: async (text, variables) => (await send(text, variables)).errors ?? [],
    mutate: async (name, input, fields) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const data = await query(`mutation($input: ${type}) { ${name}(input: $input) { ${fields} } }`, {
        input,
      });
      return data[name] as Data;
    },
    firstComment: async (issue) => {
      const text =
        'query($number: Int!) { repository(owner: "acme", name: "demo") { issue(number: $number) { comments(first: 1) { nodes { id } } } } }';
      const data = (await query(text, { number: issue })) as {
        repository: { issue: { comments: { nodes: { id: string }[] } } };
      };
      const [comment] = data.repository.issue.comments.nodes;
      if (comment === undefined) throw new Error(`issue ${issue} has no comment`);
      return comment.id;
    },
  };
}
