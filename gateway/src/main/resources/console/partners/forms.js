/** What is asked before a key is made, rotated, approved or revoked. */
import { html } from '/console/lib/lit-html.js';
import { input, lines, linesOf, openForm, reason } from '/console/form.js';
import { say } from '/console/language.js';
import * as api from '/console/partners/api.js';
import { showSecret } from '/console/partners/secret.js';

const DAY_MILLIS = 86_400_000;
const LONGEST_DAYS = 364;
const DAY_DIGITS = 10;

const dayIn = (days) => new Date(Date.now() + days * DAY_MILLIS).toISOString().slice(0, DAY_DIGITS);

/** A key that is good through a day is good until the federation's midnight. */
const endOf = (date) => new Date(`${date}T23:59:59+08:00`).toISOString();

const expiry = () => input('expires', say('key.expires'), {
  type: 'date', required: true, value: dayIn(LONGEST_DAYS), min: dayIn(1), max: dayIn(LONGEST_DAYS), hint: say('key.expires.hint'),
});

export const openIssue = (partner, signal, changed) => openForm({
  title: say('keys.new'),
  submit: say('form.create'),
  signal,
  fields: html`
    ${input('name', say('key.name'), { required: true })}
    ${lines('scopes', say('key.scopes'), { required: true, hint: say('key.scopes.hint') })}
    ${expiry()}
    ${lines('addresses', say('key.addresses'), { hint: say('key.addresses.hint') })}
    <div class="grid">
      ${input('perSecond', say('key.rate'), { type: 'number', min: 1, max: 100000 })}
      ${input('quota', say('key.quota'), { type: 'number', min: 1 })}
    </div>`,
  async send(given) {
    const made = await api.issue(partner.id, {
      scopes: linesOf(given.scopes), expiresAt: endOf(given.expires), terms: termsOf(given),
    });
    await changed();
    showSecret(made, signal);
  },
});

function termsOf({ name, addresses, perSecond, quota }) {
  const rate = Number(perSecond);
  return {
    name,
    ...(linesOf(addresses).length && { addresses: linesOf(addresses) }),
    ...(rate && { rate: { perSecond: rate, burst: rate } }),
    ...(quota && { monthlyQuota: Number(quota) }),
  };
}

export const openRotation = (key, signal, changed) => openForm({
  title: say('key.rotate'),
  submit: say('key.rotate'),
  signal,
  fields: html`<p>${say('key.rotate.sure')}</p>
    ${input('overlapHours', say('key.overlap'), { type: 'number', required: true, value: '24', min: 0, max: 2160 })}
    ${expiry()} ${reason()}`,
  async send(given) {
    const made = await api.decide('keys', key, 'rotation', {
      expiresAt: endOf(given.expires), overlapHours: Number(given.overlapHours), reason: given.reason,
    });
    await changed();
    showSecret(made, signal);
  },
});

export const openRevocation = (key, signal, changed) => openForm({
  title: say('key.revoke'),
  submit: say('key.revoke'),
  danger: true,
  signal,
  fields: html`<p>${say('key.revoke.sure', { name: key.terms.name })}</p>${reason()}`,
  async send(given) {
    await api.decide('keys', key, 'revocation', given);
    await changed();
  },
});

export const openApproval = (key, signal, changed) => openForm({
  title: say('key.approve'),
  submit: say('key.approve'),
  signal,
  fields: html`<p>${say('key.approve.sure', { name: key.terms.name, by: key.hands.changedBy })}</p>
    <ul>${key.scopes.map((scope) => html`<li><code>${scope}</code></li>`)}</ul>`,
  async send() {
    await api.decide('keys', key, 'approval');
    await changed();
  },
});
