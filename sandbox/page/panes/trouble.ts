// Pane: what can go wrong on purpose.
import { dayWords } from '../../../src/text/words.ts';
import type { FaultsState } from '../../machine/faults.ts';
import { type Html, html } from '../../../src/text/html.ts';
import type { Pane } from '../pane.ts';

export const trouble: Pane = {
  id: 'trouble',
  title: 'Failures',
  render: ({ faults }) =>
    html`<h2>Simulate failures</h2>
      <p>
        Drop webhooks or fail API calls to see how relcomms recovers. The next run catches up on anything it
        missed.
      </p>
      ${webhooks(faults)}
      <h3>Answers with 502</h3>
      ${failing('failWrites', 'writes', faults.failWrites, 'A write is tried four times; then it waits for the next run.')}
      ${failing('failReads', 'reads', faults.failReads, 'A read is tried four times; then the run stops, and the log says so.')}`,
};

function webhooks(faults: FaultsState): Html {
  return html`<section class="stack" aria-labelledby="webhooks-head">
    <h3 id="webhooks-head">Webhooks</h3>
    <p>${webhookWords(faults)}</p>
    <div class="buttons">
      ${
        faults.webhooks === 'lost'
          ? html`<form data-control="/control/faults" class="inline">
              <input type="hidden" name="webhooks" value="arrive" />
              <button id="webhooks-arrive">Deliver webhooks</button>
            </form>`
          : html`<form data-control="/control/faults" class="inline">
                <input type="hidden" name="webhooks" value="lost" />
                <input type="hidden" name="days" value="7" data-type="number" />
                <button id="webhooks-week">Drop all webhooks for a week</button>
              </form>
              <form data-control="/control/faults" class="inline">
                <input type="hidden" name="webhooks" value="lost" />
                <button id="webhooks-lose">Drop all webhooks</button>
              </form>`
      }
    </div>
  </section>`;
}

function webhookWords({ webhooks: state, until }: FaultsState): string {
  if (state === 'arrive') return 'Webhooks arrive: what people do is answered at once.';
  const end = until === undefined ? '' : ` until ${dayWords(until)}`;
  return `All webhooks get lost${end}. Only the daily run looks at the repository.`;
}

function failing(name: string, words: string, left: number, then: string): Html {
  return html`<form data-control="/control/faults">
    <label for="${name}">
      ${left === 0 ? `GitHub answers all ${words}. Let this many fail:` : `The next ${left} ${words} fail. Change that to:`}
    </label>
    <div class="buttons">
      <input id="${name}" name="${name}" type="number" min="0" max="1000" value="10" data-type="number" />
      <button id="${name}-set">Fail next ${words}</button>
    </div>
    <p class="muted">${then}</p>
  </form>`;
}
