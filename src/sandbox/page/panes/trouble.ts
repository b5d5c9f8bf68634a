// Pane: what can go wrong on purpose.
import { html } from '../html.ts';
import type { Pane } from '../pane.ts';

export const trouble: Pane = {
  id: 'trouble',
  title: 'Trouble',
  render: ({ faults }) => {
    const lost = faults.webhooks === 'lost';
    return html`<h2>Trouble on purpose</h2>
      <p>
        relcomms looks at the world and makes it right. What it missed or could not write today, the next run
        mends.
      </p>
      <form data-control="/control/faults">
        <h3>Webhooks</h3>
        <p>
          ${lost ? 'All webhooks get lost. Only the daily run looks at the repository.' : 'Webhooks arrive: what people do is answered at once.'}
        </p>
        <input type="hidden" name="webhooks" value="${lost ? 'arrive' : 'lost'}" />
        <button id="webhooks-flip">${lost ? 'Let webhooks arrive' : 'Lose all webhooks'}</button>
      </form>
      <form data-control="/control/faults">
        <h3>Writes</h3>
        <p>
          ${faults.failWrites === 0 ? 'GitHub takes every write.' : `GitHub answers 502 to the next ${faults.failWrites} writes.`}
        </p>
        <label for="fail-writes">Writes that fail with 502</label>
        <input
          id="fail-writes"
          name="failWrites"
          type="number"
          min="0"
          max="1000"
          value="10"
          data-type="number"
        />
        <button id="fail-writes-set">Fail them</button>
      </form>`;
  },
};
