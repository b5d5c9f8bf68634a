// Takes the life out of what GitHub links in any text: mentions, issues, commits, addresses, emoji by name.

/** A zero-width space, written so that people see it in the source. GitHub links mentions after parsing, so a backslash is not enough. */
export const GAP = '&#8203;';

/** The text with a gap in each of them; `&`, `<` and `>` are escaped by then. */
export function deadReferences(text: string): string {
  return (
    text
      // Before any other gap is made: a gap holds a # itself.
      .replaceAll(/#(?=\w)/g, `#${GAP}`)
      .replaceAll('@', `@${GAP}`)
      .replaceAll(/(?<![A-Za-z0-9])(GH)-(?=\d)/gi, `$1${GAP}-`)
      .replaceAll(/(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])/gi, (sha) =>
        sha.replaceAll(/.{6}(?=.)/g, `$&${GAP}`),
      )
      .replaceAll(/:\/\//g, `:${GAP}//`)
      // An emoji by its name, `:tada:`; a time of day such as 10:30:45 has none.
      .replaceAll(/:(?=(?!\d{1,2}:)(?:\\?[\w+-])+:)/g, `:${GAP}`)
      .replaceAll(/(?<![A-Za-z0-9])(www)\./gi, `$1${GAP}.`)
  );
}
