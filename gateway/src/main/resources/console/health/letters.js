/** Events that could not be handled: what they are, why, and handling them after all. */
import { html, nothing, render } from '/console/lib/lit-html.js';
import { get, post } from '/console/api.js';
import { openDialog } from '/console/dialog.js';
import { ask, faults, together } from '/console/health/services.js';
import { head, serviceName, silent } from '/console/health/parts.js';
import { moment, say } from '/console/language.js';
import { done, empty, failure, loading, loginNeeded, table } from '/console/parts.js';
import { isLoggedIn } from '/console/session.js';

export const title = 'letters.title';

const MOST = 200;

export async function show(root, { signal }) {
  if (!isLoggedIn()) {
    render(html`${head()}${loginNeeded()}`, root);
    return;
  }
  let replayed = false;
  const draw = async () => {
    const answers = await ask(`/dead-letters?replayed=${replayed}&limit=${MOST}`, signal);
    render(html`${head()}
      <label class="switch"><input type="checkbox" role="switch" .checked=${replayed}
        @change=${(event) => { replayed = event.target.checked; draw(); }}>${say('letters.replayed')}</label>
      ${silent(faults(answers))} ${list(together(answers), inspect)}`, root);
  };
  const inspect = (letter) => openLetter(letter, signal, draw);
  await draw();
}

const list = (letters, inspect) => (letters.length === 0
  ? empty(say('letters.empty'), say('letters.empty.hint'))
  : table(say('letters.title'), [
    [say('letters.died'), (it) => moment(it.diedAt)],
    [say('letters.service'), (it) => serviceName(it.service)],
    [say('letters.type'), (it) => html`<code>${it.type.replace('org.gonghui.', '')}</code>`],
    [say('letters.reason'), (it) => html`<code>${it.reason}</code>`],
    ['', (it) => html`<button class="secondary small" @click=${() => inspect(it)}
      aria-label=${say('letters.inspect.one', { event: it.eventId })}>${say('letters.inspect')}</button>`],
  ], letters));

async function openLetter(letter, signal, changed) {
  const address = `/api/${letter.service}/v1/dead-letters/${letter.id}`;
  const dialog = openDialog(say('letters.one'), signal);
  dialog.draw(loading());
  let detail;
  const draw = (outcome = nothing, replayable = true) => dialog.draw(
    html`${facts(letter, detail)}${outcome}`,
    replayable ? html`<button @click=${replay}>${say('letters.replay')}</button>` : nothing,
  );
  const replay = async () => {
    try {
      await post(`${address}/replay`, undefined, { signal });
      draw(done(say('letters.done')), false);
      await changed();
    } catch (fault) {
      draw(failure(fault));
    }
  };
  try {
    detail = await get(address, signal);
    draw(nothing, !letter.replayedAt);
  } catch (fault) {
    dialog.draw(failure(fault));
  }
}

const facts = (letter, { subject, payload }) => html`
  <dl class="facts">
    ${fact('letters.type', letter.type)} ${fact('letters.event', letter.eventId)}
    ${fact('letters.subject', subject)} ${fact('letters.place', letter.place)}
    ${fact('letters.handler', letter.handler)} ${fact('letters.reason', letter.reason)}
    ${fact('letters.detail', letter.detail)}
    ${letter.replayedAt ? fact('letters.replayed.by', `${letter.replayedBy}, ${moment(letter.replayedAt)}`) : nothing}
  </dl>
  <h3>${say('letters.payload')}</h3>
  <pre tabindex="0"><code>${pretty(payload)}</code></pre>`;

const fact = (key, value) => html`<div><dt>${say(key)}</dt><dd>${value ?? '–'}</dd></div>`;

/** Poison need not be JSON. */
function pretty(payload) {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
}
