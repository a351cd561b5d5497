/** The partner agencies of the federation. */
import { html, render } from '/console/lib/lit-html.js';
import { choice, input, linesOf, openForm } from '/console/form.js';
import { day, say } from '/console/language.js';
import * as api from '/console/partners/api.js';
import { head, status } from '/console/partners/parts.js';
import { empty, loginNeeded, table } from '/console/parts.js';
import { go } from '/console/router.js';
import { area, isLoggedIn } from '/console/session.js';

export const title = 'partners.title';

const KINDS = ['HOSPITAL', 'BUREAU', 'BANK', 'TRAVEL_OFFICE', 'AGENCY'];

export async function show(root, { signal }) {
  if (!isLoggedIn()) {
    render(html`${head()}${loginNeeded()}`, root);
    return;
  }
  const partners = await api.list(signal);
  render(html`${head()}
    <p><button @click=${() => openNew(signal)}>${say('partners.new')}</button></p>
    ${partners.length ? rows(partners) : empty(say('partners.empty'), say('partners.empty.hint'))}`, root);
}

const rows = (partners) => table(say('partners.list'), [
  [say('partner.name'), (it) => html`<a href=${`/console/partners/${it.id}`}>${it.name}</a>`],
  [say('partner.code'), (it) => html`<code>${it.code}</code>`],
  [say('partner.kind'), (it) => say(`kind.${it.kind}`)],
  [say('city.area'), (it) => it.area],
  [say('jobs.state'), status],
  [say('partner.created'), (it) => html`${day(it.createdAt)} <span class="hint">${it.createdBy}</span>`],
], partners);

const openNew = (signal) => openForm({
  title: say('partners.new'),
  submit: say('form.create'),
  signal,
  fields: html`
    ${input('name', say('partner.name'), { required: true })}
    ${input('code', say('partner.code'), { required: true, pattern: '[a-z][a-z0-9\\-]{1,63}', hint: say('partner.code.hint') })}
    ${choice('kind', say('partner.kind'), KINDS.map((kind) => [kind, say(`kind.${kind}`)]))}
    ${input('area', say('city.area'), { required: true, value: area() ?? '', pattern: '[0-9]{2,12}' })}
    ${input('providers', say('partner.providers'), { hint: say('partner.providers.hint') })}
    <fieldset><legend>${say('partner.contact')}</legend>
      ${input('contact', say('partner.contact.name'))}
      ${input('phone', say('partner.contact.phone'), { type: 'tel' })}
      ${input('email', say('partner.contact.email'), { type: 'email' })}
    </fieldset>`,
  async send({ contact, phone, email, providers, ...given }) {
    const made = await api.create({
      ...given,
      providers: linesOf(providers),
      ...(contact && { contact: { name: contact, ...(phone && { phone }), ...(email && { email }) } }),
    });
    await go(`/console/partners/${made.id}`);
  },
});
