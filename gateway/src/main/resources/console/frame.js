/** What surrounds every view: name, parts, language and log-in. */
import { html, nothing, render } from '/console/lib/lit-html.js';
import { otherLanguage, say, speak } from '/console/language.js';
import { isThere } from '/console/services.js';
import { isLoggedIn, logIn, logOut, userName } from '/console/session.js';

/** A part is offered where the service is there that it stands on. */
const PARTS = [
  ['/console', 'city.nav', () => isThere('mutual-insurance')],
  ['/console/health', 'health.nav', () => true],
  ['/console/partners', 'partners.nav', () => isThere('gateway')],
  ['/console/explorer', 'explorer.nav', () => true],
];

export function drawFrame(redraw) {
  document.getElementById('skip').textContent = say('frame.skip');
  render(html`
    <div class="bar">
      <a class="brand" href="/console">
        <img src="/console/seal.svg" alt="" width="32" height="32">
        <span><strong>${say('frame.name')}</strong><small>${say('frame.subtitle')}</small></span>
      </a>
      <nav aria-label=${say('frame.parts')}>
        <ul>${PARTS.filter(([, , offered]) => offered()).map(part)}</ul>
      </nav>
      <div class="who">
        <button class="quiet" lang=${otherLanguage()} @click=${() => switchLanguage(redraw)}
          >${otherLanguage() === 'en' ? 'English' : '中文'}</button>
        ${isLoggedIn() ? user() : html`<button @click=${logIn}>${say('frame.login')}</button>`}
      </div>
    </div>`, document.getElementById('top'));
}

function part([address, words]) {
  const path = location.pathname;
  const current = path === address || (address !== '/console' && path.startsWith(`${address}/`))
    || (address === '/console' && path.startsWith('/console/city'));
  return html`<li><a href=${address} aria-current=${current ? 'page' : nothing}>${say(words)}</a></li>`;
}

function user() {
  return html`<span class="user">${userName()}</span>
    <button class="quiet" @click=${logOut}>${say('frame.logout')}</button>`;
}

function switchLanguage(redraw) {
  speak(otherLanguage());
  return redraw();
}
