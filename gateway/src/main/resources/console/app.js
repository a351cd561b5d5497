/** Starts the console: log-in first, then the frame, then the view of the address. */
import { html, nothing, render } from '/console/lib/lit-html.js';
import { drawFrame } from '/console/frame.js';
import { language, say } from '/console/language.js';
import { failure, loading } from '/console/parts.js';
import { show, startRouter } from '/console/router.js';
import { listServices } from '/console/services.js';
import { startSession } from '/console/session.js';

const main = document.getElementById('main');
const foot = document.getElementById('foot');
let first = true;
let loginFailed = false;

async function present({ load, query, signal }) {
  const root = document.createElement('div');
  root.className = 'view';
  document.documentElement.lang = language();
  drawFrame(show);
  render(loginFailed ? html`<p role="alert" class="notice bad">${say('fault.login')}</p>` : nothing, foot);
  main.replaceChildren(root);
  render(loading(), root);
  try {
    await showView(root, load, query, signal);
  } catch (fault) {
    if (!signal.aborted) {
      render(failure(fault), root);
    }
  }
  if (!signal.aborted && !first) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  first = false;
}

async function showView(root, load, query, signal) {
  if (!load) {
    document.title = say('frame.missing');
    render(html`<h1>${say('frame.missing')}</h1><p>${say('frame.missing.hint')}</p>`, root);
    return;
  }
  const view = await load();
  if (signal.aborted) {
    return;
  }
  document.title = `${say(view.title)} · ${say('frame.name')}`;
  await view.show(root, { query, signal });
}

/** What a click set off and nobody waited for is told below the view. */
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  if (event.reason?.name !== 'AbortError') {
    render(failure(event.reason), foot);
  }
});

try {
  await startSession();
} catch {
  loginFailed = true;
}
addEventListener('session-ended', () => show());
// Without the list fewer parts are offered; each view tells its own faults.
await listServices().catch(() => []);
await startRouter(present);
