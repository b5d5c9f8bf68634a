// What the address of the page chooses: the pane, the person, the issue.

export interface PageQuery {
  readonly pane: string;
  /** Who the visitor acts as. */
  readonly as: string;
  /** The issue to show; undefined for the tracking issue. */
  readonly issue: number | undefined;
  /** Whose mailbox is open; undefined for the one of `as`. */
  readonly mailbox: string | undefined;
  /** The channel of Slack: `#releases`, or `community #general`; undefined for the first. */
  readonly channel: string | undefined;
  /** The file of the page of the wiki; undefined for the last. */
  readonly page: string | undefined;
}

export function readQuery(url: URL): PageQuery {
  const issue = Number(url.searchParams.get('issue'));
  return {
    pane: url.searchParams.get('pane') ?? 'issue',
    as: url.searchParams.get('as') ?? 'alice',
    issue: Number.isSafeInteger(issue) && issue > 0 ? issue : undefined,
    mailbox: url.searchParams.get('mailbox') ?? undefined,
    channel: url.searchParams.get('channel') ?? undefined,
    page: url.searchParams.get('page') ?? undefined,
  };
}

/** A link to the page with some choices changed; choices about another pane are dropped. */
export function linkTo(query: PageQuery, change: Partial<PageQuery>): string {
  const next: Partial<PageQuery> & Pick<PageQuery, 'pane' | 'as'> = {
    pane: query.pane,
    as: query.as,
    ...change,
  };
  const search = new URLSearchParams({ pane: next.pane, as: next.as });
  if (next.issue !== undefined) search.set('issue', String(next.issue));
  for (const name of ['mailbox', 'channel', 'page'] as const) {
    const chosen = next[name];
    if (chosen !== undefined) search.set(name, chosen);
  }
  return `/?${search.toString()}`;
}
