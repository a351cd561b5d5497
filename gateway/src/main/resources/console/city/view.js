/** The city at a glance: a year of an area in figures, down to the rows behind each. */
import { html, nothing, render } from '/console/lib/lit-html.js';
import { byArea, byKind, byMonth, byVisits } from '/console/city/charts.js';
import * as insurance from '/console/city/mutual-insurance.js';
import { addressOf, controls, nameOf, queryOf, scopeOf, trail } from '/console/city/scope.js';
import { draw } from '/console/chart.js';
import { moment, money, number, say } from '/console/language.js';
import { empty, failure, heading, loading, loginNeeded, table } from '/console/parts.js';
import { go } from '/console/router.js';
import { hasRole, isLoggedIn } from '/console/session.js';

export const title = 'city.title';

const STAFF = ['officer', 'reviewer', 'approver', 'finance', 'auditor'];
const TOWN_DIGITS = 9;

export async function show(root, { query, signal }) {
  if (!isLoggedIn()) {
    render(html`${heading(say('city.title'), say('city.lead'))}${loginNeeded()}`, root);
    return;
  }
  const years = await insurance.years(signal);
  const scope = scopeOf(query, years);
  const areas = await insurance.areas(scope.year, signal);
  const page = (content) => render(html`
    ${heading(say('city.title'), say('city.lead'))}
    ${controls(areas, years, scope)} ${trail(areas, scope)} ${content}`, root);
  page(loading());
  try {
    const figures = await insurance.load(scope, signal);
    page(insurance.isEmpty(figures)
      ? empty(say('city.empty', { year: scope.year, area: nameOf(areas, scope.area) }), say('city.empty.hint'))
      : content(figures, areas, scope));
    await drawAll(root, figures, areas, scope, signal);
  } catch (fault) {
    if (!signal.aborted) {
      page(failure(fault));
    }
  }
}

const content = (figures, areas, scope) => html`
  <section aria-labelledby="insurance">
    <div class="line">
      <h2 id="insurance">${say('city.insurance')}</h2>
      <p class="asof">${say('city.known', { moment: moment(figures.summary.asOf) })}</p>
    </div>
    <ul class="tiles">${insurance.tiles(figures).map((it) => tile(it, scope))}</ul>
    <div class="charts">
      ${scope.area.length < TOWN_DIGITS && figures.areaParts.length
    ? figure('area', say('chart.area'), areaTable(figures.areaParts, areas, scope), true) : nothing}
      ${figures.months.length ? figure('month', say('chart.month'), monthTable(figures.months), false) : nothing}
      ${figures.summary.all.claims ? html`
        ${figure('kind', say('chart.kind'), kindTable(insurance.kinds(figures)), false)}
        ${figure('visits', say('chart.visits'), visitTable(insurance.visits(figures)), false)}` : nothing}
    </div>
  </section>`;

const tile = ({ label, value, hint, figure: rows }, scope) => html`
  <li>
    <span class="label">${label}</span><strong>${value}</strong>
    ${hint ? html`<span class="hint">${hint}</span>` : nothing}
    ${rows && hasRole(...STAFF)
    ? html`<a href=${`/console/city/rows?${queryOf(scope, { figure: rows })}`}
        aria-label=${say('city.rows.of', { figure: label })}>${say('city.rows')}</a>` : nothing}
  </li>`;

const figure = (id, words, rows, open) => html`
  <figure class=${id}>
    <figcaption>${words}</figcaption>
    <div class="chart" id=${`chart-${id}`}></div>
    <details ?open=${open}><summary>${say('chart.table')}</summary>${rows}</details>
  </figure>`;

const areaTable = (parts, areas, scope) => table(say('chart.area'), [
  [say('city.area'), (part) => html`<a href=${addressOf(scope, { area: part.key })}>${nameOf(areas, part.key)}</a>`],
  [say('figure.enrolled'), (part) => number(part.enrolled), 'amount'],
  [say('chart.claims'), (part) => number(insurance.claimsOf(part)), 'amount'],
  [say('chart.paid'), (part) => money(part.paid), 'amount'],
], parts);

const monthTable = (months) => table(say('chart.month'), [
  [say('city.month'), (it) => it.key],
  [say('figure.contributions'), (it) => money(it.contributions), 'amount'],
  [say('chart.claims'), (it) => number(insurance.claimsOf(it)), 'amount'],
  [say('chart.paid'), (it) => money(it.paid), 'amount'],
], months);

const kindTable = (kinds) => table(say('chart.kind'), [
  [say('chart.benefit'), (it) => it.name],
  [say('chart.claims'), (it) => number(it.claims), 'amount'],
  [say('chart.paid'), (it) => money(it.paid), 'amount'],
], kinds);

const visitTable = (visits) => table(say('chart.visits'), [
  [say('chart.times'), (it) => it.name],
  [say('chart.claims'), (it) => number(it.claims), 'amount'],
], visits);

async function drawAll(root, figures, areas, scope, signal) {
  const place = (id) => root.querySelector(`#chart-${id}`);
  const pictures = [
    ['month', () => byMonth(figures.months)],
    ['kind', () => byKind(insurance.kinds(figures))],
    ['visits', () => byVisits(insurance.visits(figures))],
  ];
  await Promise.all(pictures.filter(([id]) => place(id))
    .map(([id, option]) => draw(place(id), option(), signal)));
  if (place('area')) {
    const chart = await draw(place('area'), byArea(figures.areaParts, areas), signal);
    chart?.on('click', ({ dataIndex }) => go(addressOf(scope, { area: figures.areaParts[dataIndex].key })));
  }
}
