// Threads with comments of ours, and what GitHub answers to our queries and mutations about them.

export interface BoardComment {
  readonly id: number;
  /** Of the pull request. */
  readonly number: number;
  readonly text: string;
}

export interface CommentBoard {
  /** In the order of making. */
  readonly comments: BoardComment[];
  /** Carries out a query or a mutation. */
  readonly answer: (query: string, values: Readonly<Record<string, string>>) => Record<string, unknown>;
}

export function commentBoard(there: readonly BoardComment[] = []): CommentBoard {
  const comments = [...there];
  let last = 100;

  const thread = (number: number) => ({
    id: `PR_${number}`,
    comments: {
      pageInfo: { hasPreviousPage: false, startCursor: null },
      nodes: comments.filter((one) => one.number === number).map(commentNode),
    },
  });

  function carryOut(field: string, id: string, text: string): unknown {
    if (field === 'addComment') {
      last += 1;
      comments.push({ id: last, number: Number(id.slice(3)), text });
      return { commentEdge: { node: { id: `IC_${last}`, databaseId: last } } };
    }
    const at = comments.findIndex((one) => `IC_${one.id}` === id);
    const found = comments[at];
    if (field === 'deleteIssueComment' && at >= 0) comments.splice(at, 1);
    if (field === 'updateIssueComment' && found !== undefined) comments[at] = { ...found, text };
    return {};
  }

  return {
    comments,
    answer: (query, values) => {
      const numbers = [...query.matchAll(/thread(\d+):/g)].map(([, number]) => Number(number));
      if (query.startsWith('query'))
        return { repository: Object.fromEntries(numbers.map((one) => [`thread${one}`, thread(one)])) };
      const fields = [...query.matchAll(/^ {2}(w(\d+)): (\w+)/gm)];
      return Object.fromEntries(
        fields.map(([, alias = '', at = '', field = '']) => [
          alias,
          carryOut(field, values[`id${at}`] ?? '', values[`text${at}`] ?? ''),
        ]),
      );
    },
  };
}

function commentNode({ id, text }: BoardComment) {
  return {
    id: `IC_${id}`,
    databaseId: id,
    body: text,
    author: { __typename: 'Bot', login: 'relcomms' },
    lastEditedAt: null,
    editor: null,
  };
}

/** `3 addComment`: the fields of a mutation; `look` for a query. */
export function wordsOf(query: string): string {
  if (query.startsWith('query')) return 'look';
  const fields = [...query.matchAll(/^ {2}w\d+: (\w+)/gm)].map(([, field = '']) => field);
  return `${fields.length} ${[...new Set(fields)].join(' and ')}`;
}
