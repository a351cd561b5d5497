/** A new key's text, shown this one time. */
import { html, nothing } from '/console/lib/lit-html.js';
import { openDialog } from '/console/dialog.js';
import { say } from '/console/language.js';
import { badge } from '/console/parts.js';

export function showSecret(key, signal) {
  const dialog = openDialog(say('secret.title'), signal);
  const draw = (outcome) => dialog.draw(html`
    <p>${say('secret.once')}</p>
    <label>${say('secret.key')}
      <input id="secret" readonly spellcheck="false" .value=${key.secret ?? say('secret.told')}
        @focus=${(event) => event.target.select()}></label>
    ${key.state === 'PROPOSED' ? html`<p>${badge('warn', say('key.PROPOSED'))} ${say('secret.proposed')}</p>` : nothing}
    <p role="status">${outcome}</p>`,
  html`<button @click=${copy}>${say('secret.copy')}</button>`);
  const copy = async () => draw(await toClipboard(key.secret) ? say('secret.copied') : say('secret.select'));
  draw('');
}

/** The clipboard is closed to pages without TLS; then people copy what is selected. */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    document.getElementById('secret').select();
    return false;
  }
}
