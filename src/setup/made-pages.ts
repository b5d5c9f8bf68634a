// The pages when there is an App: its credentials where no file holds them, Slack, the installation, and its start.
import { type Html, html } from '../text/html.ts';
import type { MadeApp } from './exchange.ts';
import type { Page } from '../server/front.ts';
import { page, wrong } from './page.ts';

export interface MadeView {
  readonly app: MadeApp;
  /** The file that holds the credentials; undefined when they were shown. */
  readonly file: string | undefined;
  /** What starts the App with the file the next time. */
  readonly startAgain: string;
  readonly slackLink: string;
  /** What Slack said of the token that was added. */
  readonly slackDone: string | undefined;
  readonly why?: string | undefined;
}

/** The slug that configs take for granted. */
const OWN_SLUG = 'relcomms';

export function madePage(view: MadeView): Page {
  const { app, file, startAgain, why } = view;
  return page(
    `The App ${app.slug} was created`,
    html`${wrong(why)}
      ${
        file === undefined
          ? html`<p>Its credentials were shown once. Keep them where its environment comes from.</p>`
          : html`<p class="done">Its credentials are in <code>${file}</code>, which only you can read.</p>`
      }
      ${app.slug !== OWN_SLUG && html`<p>Write its name into each config: <code>app: ${app.slug}</code></p>`}
      ${slackPart(view)}
      <h2>Start and install it</h2>
      <form method="post" action="/start">
        <p>
          The App starts in this process, in place of this page. You choose its repositories on GitHub, which
          then leads back to the App.
        </p>
        <button>Start the App and install it</button>
      </form>
      ${
        file !== undefined &&
        html`<p>The next time, start it with:</p>
          <pre>${startAgain}</pre>`
      }`,
    why === undefined ? 200 : 422,
  );
}

function slackPart({ file, slackLink, slackDone }: MadeView): Html {
  if (slackDone !== undefined)
    return html`<h2>Slack</h2>
      <p class="done">${slackDone}</p>`;
  return html`<h2>Slack (optional)</h2>
    <p>
      <a href="${slackLink}" target="_blank" rel="noopener noreferrer">Create the Slack app</a>, install it in
      your workspace, and copy its bot token.
    </p>
    ${
      file === undefined
        ? html`<p>Set <code>SLACK_BOT_TOKEN</code> to it.</p>`
        : html`<form method="post" action="/slack">
            <label for="token">Bot token</label>
            <input id="token" name="token" type="password" autocomplete="off" required maxlength="300" />
            <p class="hint">It begins with xoxb-. It is checked with Slack and added to the file.</p>
            <button class="second">Check and add</button>
          </form>`
    }`;
}

/** The only answer that holds credentials: for who can't have them in a file. */
export function shownPage(text: string, why: string): Page {
  return page(
    'Copy the credentials now',
    html`${wrong(`${why} These lines are shown this once: keep them where the App gets its environment from.`)}
      <label for="lines">Environment of the App</label>
      <textarea id="lines" readonly spellcheck="false">${text}</textarea>
      <p><a href="/">I have copied them: continue</a></p>`,
  );
}
