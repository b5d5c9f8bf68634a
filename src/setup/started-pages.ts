// The pages after the start: the last one of the set-up page, and the App's own, which says whether GitHub reaches it.
import type { Instant } from '../domain/day.ts';
import type { FirstWebhook } from '../server/app-options.ts';
import { STARTED_PATH } from '../server/front.ts';
import { type Html, html } from '../text/html.ts';
import { type MadeApp } from './exchange.ts';
import { type Reply, page } from './page.ts';

type Named = Pick<MadeApp, 'slug' | 'installUrl'>;

/** Seconds: the App listens by then, nearly always. */
const START_TAKES = 3;
const LOOK_AGAIN = 5;

export function startedPage({ slug }: Named): Reply {
  return again(
    START_TAKES,
    page(
      'The App starts',
      html`<p>This page has done its work. In a few seconds the App answers here.</p>
        <p><a href="${STARTED_PATH}">See whether GitHub reaches ${slug}</a></p>
        <p class="hint">If nothing answers, the log of the program says why.</p>`,
    ),
  );
}

/** `first` is the first webhook that came; until there is one the page looks again by itself. */
export function hearsPage({ slug, installUrl }: Named, first: FirstWebhook | undefined, now: Instant): Reply {
  if (first === undefined)
    return again(
      LOOK_AGAIN,
      page(
        `${slug} runs and waits for its first webhook`,
        html`<p>
            <a href="${installUrl}" target="_blank" rel="noopener noreferrer">Install ${slug}</a> on the
            repositories that it should keep. GitHub sends a webhook when you do.
          </p>
          <p>This page looks again every ${LOOK_AGAIN} seconds.</p>
          <h2>Nothing comes?</h2>
          <p>
            GitHub lists each webhook and what became of it:
            <a href="${settingsOf(installUrl)}" target="_blank" rel="noopener noreferrer">the App</a>, App
            settings, Advanced. The webhook address there must lead to this machine.
          </p>`,
      ),
    );
  return page(
    `${slug} hears GitHub`,
    html`<p class="done">The first webhook came ${ago(now - first.at)}: <code>${first.name}</code>.</p>
      ${next()}`,
  );
}

function next(): Html {
  return html`<h2>Then</h2>
    <ol>
      <li>In a repository with the App, run <code>npx relcomms init</code> and merge what it writes.</li>
      <li>The tracking issue of the next release opens within a minute.</li>
      <li><code>npx relcomms doctor</code> says what is missing, if anything is.</li>
    </ol>`;
}

/** The page of the App is where its installations begin. */
function settingsOf(installUrl: string): string {
  return installUrl.replace(/\/installations\/new$/, '');
}

function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return seconds === 1 ? '1 second ago' : `${seconds} seconds ago`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
}

function again(seconds: number, reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, refresh: `${seconds}; url=${STARTED_PATH}` } };
}
