/** Which year, area and moment the city is looked at for; all of it stands in the address. */
import { html, nothing } from '/console/lib/lit-html.js';
import { say } from '/console/language.js';
import { go } from '/console/router.js';
import { area as ownArea } from '/console/session.js';

const MINUTE_DIGITS = 16;

export function scopeOf(query, years) {
  const asked = Number(query.get('year'));
  return {
    year: asked || (years.length ? Math.max(...years) : new Date().getFullYear()),
    area: query.get('area') ?? ownArea() ?? '',
    asOf: query.get('asOf') ?? '',
  };
}

/** The same scope with something changed, as the query of an address. */
export function queryOf(scope, change = {}) {
  const { year, area, asOf, ...more } = { ...scope, ...change };
  const query = new URLSearchParams({ year, area, ...more });
  if (asOf) {
    query.set('asOf', asOf);
  }
  return query.toString();
}

export const addressOf = (scope, change) => `/console?${queryOf(scope, change)}`;

export const nameOf = (areas, code) => areas.find((it) => it.code === code)?.name ?? code;

/** City, county, town: the way down to the shown area. */
export function trail(areas, scope) {
  const above = areas.filter((it) => scope.area.startsWith(it.code) && it.code.startsWith(ownArea() ?? ''));
  return html`<nav aria-label=${say('city.trail')} class="trail"><ol>${above.map((it) => html`
    <li><a href=${addressOf(scope, { area: it.code })}
      aria-current=${it.code === scope.area ? 'page' : nothing}>${it.name}</a></li>`)}</ol></nav>`;
}

export const controls = (areas, years, scope) => html`
  <form class="controls" @submit=${(event) => submitted(event, scope)}>
    <label>${say('city.year')}
      <select name="year" @change=${send}>${[...new Set([...years, scope.year])].sort().reverse()
    .map((year) => html`<option ?selected=${year === scope.year}>${year}</option>`)}</select>
    </label>
    <label>${say('city.area')}
      <select name="area" @change=${send}>${areas.filter((it) => it.code.startsWith(ownArea() ?? ''))
    .map((it) => html`<option value=${it.code} ?selected=${it.code === scope.area}
      >${'\u3000'.repeat(levelOf(it))}${it.name}</option>`)}</select>
    </label>
    <label>${say('city.asOf')}
      <input type="datetime-local" name="asOf" .value=${localTime(scope.asOf)}>
    </label>
    <button class="secondary">${say('city.show')}</button>
  </form>`;

const levelOf = (area) => ({ CITY: 0, COUNTY: 1, ZONE: 1, TOWN: 2 }[area.kind]);

const send = (event) => event.target.form.requestSubmit();

function submitted(event, scope) {
  event.preventDefault();
  const { year, area, asOf } = Object.fromEntries(new FormData(event.target));
  go(addressOf(scope, { year, area, asOf: asOf ? new Date(asOf).toISOString() : '' }));
}

/** What the input shows of an instant: the reader's own clock, to the minute. */
function localTime(instant) {
  if (!instant) {
    return '';
  }
  const at = new Date(instant);
  at.setMinutes(at.getMinutes() - at.getTimezoneOffset());
  return at.toISOString().slice(0, MINUTE_DIGITS);
}
