/** One partner: what is known, its keys and what they did. */
import { html, render } from '/console/lib/lit-html.js';
import { openForm, reason } from '/console/form.js';
import { say } from '/console/language.js';
import * as api from '/console/partners/api.js';
import { openIssue } from '/console/partners/forms.js';
import { keyTable } from '/console/partners/keys.js';
import { status } from '/console/partners/parts.js';
import { showUsage } from '/console/partners/usage.js';
import { empty, heading, loginNeeded } from '/console/parts.js';
import { isLoggedIn } from '/console/session.js';

export const title = 'partners.title';

export async function show(root, { signal }) {
  if (!isLoggedIn()) {
    render(html`${heading(say('partners.title'))}${loginNeeded()}`, root);
    return;
  }
  const id = location.pathname.split('/').pop();
  const draw = async () => {
    const [partner, keys] = await Promise.all([api.partner(id, signal), api.keys(id, signal)]);
    render(content(partner, keys, signal, draw), root);
    await showUsage(root.querySelector('#usage'), partner, keys, signal);
  };
  await draw();
}

const content = (partner, keys, signal, changed) => html`
  <p><a href="/console/partners">${say('partners.back')}</a></p>
  <div class="line">
    <hgroup><h1>${partner.name} ${status(partner)}</h1><p>${about(partner)}</p></hgroup>
    <button class="secondary" @click=${() => turn(partner, signal, changed)}>${partner.status === 'ACTIVE'
  ? say('partner.suspend') : say('partner.resume')}</button>
  </div>
  <section aria-labelledby="keys">
    <div class="line">
      <h2 id="keys">${say('keys.title')}</h2>
      <button @click=${() => openIssue(partner, signal, changed)}>${say('keys.new')}</button>
    </div>
    ${keys.length ? keyTable(keys, signal, changed) : empty(say('keys.empty'), say('keys.empty.hint'))}
  </section>
  <section aria-labelledby="usage-title">
    <h2 id="usage-title">${say('usage.title')}</h2>
    <div id="usage"></div>
  </section>`;

const about = ({ code, kind, area, contact }) => html`<code>${code}</code> · ${say(`kind.${kind}`)} ·
  ${area}${contact ? ` · ${contact.name} ${contact.phone ?? ''}` : ''}`;

function turn(partner, signal, changed) {
  const active = partner.status === 'ACTIVE';
  const words = active ? 'suspend' : 'resume';
  openForm({
    title: say(`partner.${words}`),
    submit: say(`partner.${words}`),
    danger: active,
    signal,
    fields: html`<p>${say(`partner.${words}.sure`)}</p>${reason()}`,
    async send(given) {
      await api.decide('partners', partner, active ? 'suspension' : 'resumption', given);
      await changed();
    },
  });
}
