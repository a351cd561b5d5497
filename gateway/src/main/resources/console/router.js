/** Which view an address shows, and how to get to another without loading the page anew. */
const VIEWS = new Map([
  ['/console', () => import('/console/city/view.js')],
  ['/console/city/rows', () => import('/console/city/rows.js')],
  ['/console/health', () => import('/console/health/view.js')],
  ['/console/health/letters', () => import('/console/health/letters.js')],
  ['/console/health/jobs', () => import('/console/health/jobs.js')],
  ['/console/partners', () => import('/console/partners/view.js')],
  ['/console/partners/acts', () => import('/console/partners/acts.js')],
  ['/console/partners/*', () => import('/console/partners/partner.js')],
  ['/console/explorer', () => import('/console/explorer/view.js')],
]);

let shown;
let leaving = new AbortController();
let present;

/** Calls back with each view that is to be shown, now and after every step. */
export function startRouter(onView) {
  present = onView;
  addEventListener('popstate', () => {
    if (address() !== shown) {
      show();
    }
  });
  document.addEventListener('click', follow);
  return show();
}

export function go(target) {
  history.pushState(null, '', target);
  return show();
}

export function show() {
  shown = address();
  leaving.abort();
  leaving = new AbortController();
  return present({
    load: viewOf(location.pathname),
    query: new URLSearchParams(location.search),
    signal: leaving.signal,
  });
}

/** The view of exactly this path, or of whatever has its place there. */
const viewOf = (path) => VIEWS.get(path) ?? VIEWS.get(path.replace(/[^/]+$/, '*'));

const address = () => location.pathname + location.search;

function follow(click) {
  const link = click.target.closest?.('a[href^="/console"]');
  const plain = click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey;
  if (link && plain && !link.target && !link.hasAttribute('download')) {
    click.preventDefault();
    go(link.getAttribute('href'));
  }
}
