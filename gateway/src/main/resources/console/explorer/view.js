/** Every operation of the platform, to read and to try with one's own log-in or a partner's key. */
import { html, render } from '/console/lib/lit-html.js';
import { language, say } from '/console/language.js';
import { script, stylesheet } from '/console/library.js';
import { heading, loading } from '/console/parts.js';
import { go } from '/console/router.js';
import { documents } from '/console/explorer/documents.js';
import { isLoggedIn, token, userName } from '/console/session.js';

export const title = 'explorer.title';

// Held here and nowhere else: a key is a secret, and a reload forgets it.
let key = '';

export async function show(root, { query, signal }) {
  const [list] = await Promise.all([
    documents(signal),
    script('/console/lib/swagger-ui.js'),
    stylesheet('/console/lib/swagger-ui.css'),
    stylesheet('/console/explorer/swagger.css'),
  ]);
  const shown = list.find((it) => it.name === query.get('document')) ?? list[0];
  if (signal.aborted) {
    return;
  }
  render(html`
    ${heading(say('explorer.title'), say('explorer.lead'))}
    <form class="controls" @submit=${(event) => event.preventDefault()}>
      <label>${say('explorer.document')}
        <select @change=${(event) => go(`/console/explorer?document=${event.target.value}`)}>${list.map((it) => html`
          <option value=${it.name} ?selected=${it === shown}>${it.words}</option>`)}</select>
      </label>
      <label>${say('explorer.key')}
        <input type="password" autocomplete="off" spellcheck="false" placeholder="ghk_…" .value=${key}
          aria-describedby="caller" @input=${(event) => { key = event.target.value.trim(); sayCaller(root); }}>
      </label>
    </form>
    <p class="hint" id="caller" role="status"></p>
    <div id="explorer" lang="en">${loading()}</div>`, root);
  sayCaller(root);
  explore(root.querySelector('#explorer'), shown.url);
}

function sayCaller(root) {
  const words = key ? say('explorer.as.key')
    : isLoggedIn() ? say('explorer.as.user', { user: userName() }) : say('explorer.as.nobody');
  root.querySelector('#caller').textContent = words;
}

function explore(domNode, url) {
  globalThis.SwaggerUIBundle({
    url,
    domNode,
    deepLinking: false,
    docExpansion: 'none',
    filter: true,
    validatorUrl: null,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    requestInterceptor: identify,
    plugins: [() => ({
      wrapComponents: { authorizeBtn: () => nothing, authorizeOperationBtn: () => nothing, Topbar: () => nothing },
    })],
  });
}

const nothing = () => null;

/** One caller at a time: the gateway refuses a request with both a token and a key. */
async function identify(request) {
  if (!new URL(request.url, location.href).pathname.startsWith('/api/')) {
    return request;
  }
  request.headers['Accept-Language'] = language();
  const bearer = key ? undefined : await token();
  if (key) {
    request.headers['X-API-Key'] = key;
  } else if (bearer) {
    request.headers.Authorization = `Bearer ${bearer}`;
  }
  return request;
}
