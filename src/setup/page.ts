// The frame of every page, and the pages that only say something.
import { createHash } from 'node:crypto';
import { type Html, type Piece, html, trusted } from '../text/html.ts';
import type { Page } from '../server/front.ts';
import styleText from './style.css';

/** In the page itself: when the App starts, nobody is there to be asked for more. */
const STYLE = trusted(`<style>${styleText}</style>`);

/** What the content security policy has to name. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(styleText).digest('base64')}`;

export function page(title: string, body: Piece, status = 200): Page {
  const text = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · relcomms</title>
        ${STYLE}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
  return { status, type: 'text/html; charset=utf-8', text: text.text };
}

/** What went wrong, with a way back to the beginning. */
export function problemPage(status: number, why: string): Page {
  return page(
    'This did not work',
    html`<p class="wrong">${why}</p>
      <p><a href="/">Back to the set-up page</a></p>`,
    status,
  );
}

/** Something that went wrong, above a form; nothing when all is well. */
export function wrong(why: string | undefined): Html | undefined {
  return why === undefined ? undefined : html`<p class="wrong" role="alert">${why}</p>`;
}

const CODE_TROUBLE = {
  wrong: 'This is not the code. After five wrong codes the set-up page ends.',
  used: 'The code was used in another browser. Start the program again for a new one.',
} as const;

/** Asks for the code of the log. */
export function codePage(trouble?: keyof typeof CODE_TROUBLE): Page {
  return page(
    'Set up the App',
    html`${wrong(trouble === undefined ? undefined : CODE_TROUBLE[trouble])}
      <form method="post" action="/code">
        <label for="code">One-time code</label>
        <input id="code" name="code" autocomplete="off" required maxlength="40" />
        <p class="hint">relcomms wrote it to its log when it started.</p>
        <button>Continue</button>
      </form>`,
    401,
  );
}
