/** Who is logged in. Tokens live in memory alone; a reload asks Keycloak again. */
import { script } from '/console/library.js';
import { language } from '/console/language.js';

// Says only that there was a log-in in this tab, so that a first visit is not sent to Keycloak.
const KNOWN = 'gonghui.console.logged-in';
const FRESH_SECONDS = 30;

let keycloak;

export async function startSession() {
  const [settings] = await Promise.all([
    fetch('/console/settings.json').then((answer) => answer.json()),
    script('/console/lib/keycloak.js'),
  ]);
  keycloak = new globalThis.Keycloak(settings);
  keycloak.onTokenExpired = () => token();
  const known = sessionStorage.getItem(KNOWN) !== null;
  await keycloak.init({
    onLoad: known ? 'check-sso' : undefined,
    pkceMethod: 'S256',
    responseMode: 'query',
    checkLoginIframe: false,
  });
  remember();
}

function remember() {
  if (isLoggedIn()) {
    sessionStorage.setItem(KNOWN, '');
  } else {
    sessionStorage.removeItem(KNOWN);
  }
}

export const isLoggedIn = () => keycloak?.authenticated === true;

export const userName = () => keycloak.tokenParsed?.preferred_username ?? '';

export const area = () => keycloak?.tokenParsed?.area;

export const hasRole = (...roles) => roles.some((role) => keycloak?.hasRealmRole(role));

export const logIn = () => keycloak.login({ locale: language(), redirectUri: location.href });

export function logOut() {
  sessionStorage.removeItem(KNOWN);
  return keycloak.logout({ redirectUri: `${location.origin}/console` });
}

/** An access token that is good for the next call, or none for somebody who is not logged in. */
export async function token() {
  if (!isLoggedIn()) {
    return undefined;
  }
  try {
    await keycloak.updateToken(FRESH_SECONDS);
    return keycloak.token;
  } catch {
    keycloak.clearToken();
    remember();
    dispatchEvent(new Event('session-ended'));
    return undefined;
  }
}
