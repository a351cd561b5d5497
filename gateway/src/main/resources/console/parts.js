/** Pieces that several views are put together from. */
import { html, nothing } from '/console/lib/lit-html.js';
import { Refusal } from '/console/api.js';
import { say } from '/console/language.js';
import { isLoggedIn, logIn } from '/console/session.js';

export const loading = () => html`<p class="waiting" aria-busy="true">${say('parts.loading')}</p>`;

export const empty = (words, hint) => html`
  <div class="empty"><p><strong>${words}</strong></p>${hint ? html`<p>${hint}</p>` : nothing}</div>`;

export const heading = (words, lead) => html`
  <hgroup><h1>${words}</h1>${lead ? html`<p>${lead}</p>` : nothing}</hgroup>`;

/** What went wrong, as the platform told it; people can pass the trace id on. */
export function failure(fault) {
  if (!(fault instanceof Refusal)) {
    console.error(fault);
    return notice(say('fault.internal'), String(fault.message ?? fault));
  }
  const { title, detail, status, code, traceId, errors = [] } = fault.problem;
  if (status === 401 && !isLoggedIn()) {
    return loginNeeded();
  }
  const hint = code === 'FORBIDDEN' ? say('fault.forbidden') : detail;
  return notice(title, hint, html`
    ${errors.length ? html`<ul>${errors.map((it) => html`
      <li><code>${it.pointer}</code> ${it.message}</li>`)}</ul>` : nothing}
    ${traceId ? html`<p class="trace">${say('fault.trace')} <code>${traceId}</code></p>` : nothing}`);
}

const notice = (title, hint, more = nothing) => html`
  <div class="notice bad" role="alert">
    <p><strong>${title}</strong></p>${hint ? html`<p>${hint}</p>` : nothing}${more}
  </div>`;

export const done = (words) => html`<p class="notice good" role="status">${words}</p>`;

export const loginNeeded = () => html`
  <div class="empty">
    <p><strong>${say('parts.login')}</strong></p><p>${say('parts.login.hint')}</p>
    <p><button @click=${logIn}>${say('frame.login')}</button></p>
  </div>`;

/** A table that scrolls by itself where it is too wide; a column is [words, cell, class]. */
export const table = (caption, columns, rows) => html`
  <div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption>${caption}</caption>
      <thead><tr>${columns.map(([words, , kind]) => html`
        <th scope="col" class=${kind ?? nothing}>${words}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${columns.map(([, cell, kind]) => html`
        <td class=${kind ?? nothing}>${cell(row)}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;

export const badge = (kind, words) => html`<span class="badge ${kind}">${words}</span>`;

/** The pages of one part, as links. */
export const tabs = (label, pages) => html`
  <nav class="tabs" aria-label=${label}><ul>${pages.map(([address, words]) => html`
    <li><a href=${address} aria-current=${location.pathname === address ? 'page' : nothing}
      >${words}</a></li>`)}</ul></nav>`;
