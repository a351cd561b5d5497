/** The keys of a partner and what can be decided about each. */
import { html, nothing } from '/console/lib/lit-html.js';
import { day, moment, say } from '/console/language.js';
import { openApproval, openRevocation, openRotation } from '/console/partners/forms.js';
import { badge, table } from '/console/parts.js';

const KINDS = { PROPOSED: 'warn', SCHEDULED: 'info', ACTIVE: 'good', EXPIRED: 'plain', REVOKED: 'bad' };

export const keyTable = (keys, signal, changed) => table(say('keys.title'), [
  [say('key.name'), (it) => html`${it.terms.name}<span class="hint"><code>${it.publicId}</code></span>`],
  [say('jobs.state'), (it) => badge(KINDS[it.state], say(`key.${it.state}`))],
  [say('key.scopes'), (it) => it.scopes.map((scope) => html`<code>${scope}</code> `)],
  [say('key.expires'), (it) => day(it.expiresAt)],
  [say('key.used'), (it) => (it.lastUsedAt ? moment(it.lastUsedAt) : '–')],
  [say('key.hands'), hands],
  ['', (it) => decisions(it, signal, changed)],
], keys);

const hands = ({ hands: it }) => html`
  <span class="hint">${say('key.made', { by: it.createdBy })}</span>
  ${it.approvedBy ? html`<span class="hint">${say('key.approved', { by: it.approvedBy })}</span>` : nothing}
  ${it.revokedBy ? html`<span class="hint">${say('key.revoked', { by: it.revokedBy, reason: it.revocationReason })}</span>` : nothing}`;

const decisions = (key, signal, changed) => html`<div class="buttons">
  ${key.state === 'PROPOSED' ? decision('key.approve', key, () => openApproval(key, signal, changed)) : nothing}
  ${key.state === 'ACTIVE' ? decision('key.rotate', key, () => openRotation(key, signal, changed)) : nothing}
  ${key.state === 'REVOKED' || key.state === 'EXPIRED' ? nothing
    : decision('key.revoke', key, () => openRevocation(key, signal, changed))}</div>`;

const decision = (words, key, act) => html`
  <button class="secondary small" aria-label=${`${say(words)}: ${key.terms.name} ${key.publicId}`}
    @click=${act}>${say(words)}</button>`;
