/** The rows that add up to one figure. */
import { html, nothing, render } from '/console/lib/lit-html.js';
import * as insurance from '/console/city/mutual-insurance.js';
import { addressOf, nameOf, queryOf, scopeOf } from '/console/city/scope.js';
import { day, money, number, say } from '/console/language.js';
import { empty, heading, loginNeeded, table } from '/console/parts.js';
import { isLoggedIn } from '/console/session.js';

export const title = 'rows.title';

const PAGE = 100;

export async function show(root, { query, signal }) {
  if (!isLoggedIn()) {
    render(html`${heading(say('rows.title'))}${loginNeeded()}`, root);
    return;
  }
  const scope = scopeOf(query, []);
  const figure = query.get('figure') ?? '';
  const areas = await insurance.areas(scope.year, signal);
  let items = [];
  let next;
  const more = async () => {
    const page = await insurance.rows(queryOf(scope, { figure, limit: PAGE, ...(next && { cursor: next }) }), signal);
    items = [...items, ...page.items];
    next = page.next;
    render(content(), root);
  };
  const content = () => html`
    ${heading(say(`rows.${figure}`), say('rows.lead', { year: scope.year, area: nameOf(areas, scope.area) }))}
    <p><a href=${addressOf(scope)}>${say('rows.back')}</a></p>
    ${items.length ? rows(items, areas) : empty(say('rows.empty'))}
    ${next ? html`<p><button class="secondary" @click=${more}>${say('parts.more')}</button></p>` : nothing}`;
  await more();
}

const rows = (items, areas) => html`
  <p role="status">${say('rows.sum', {
    rows: number(items.length),
    count: number(items.reduce((sum, it) => sum + it.count, 0)),
    amount: money(items.reduce((fen, it) => fen + Math.round(Number(it.amount) * 100), 0) / 100),
  })}</p>
  ${table(say('rows.title'), [
    [say('rows.no'), (it) => html`<code>${it.no}</code>`],
    [say('city.area'), (it) => nameOf(areas, it.area)],
    [say('rows.on'), (it) => (it.on ? day(it.on) : '–')],
    [say('rows.count'), (it) => number(it.count), 'amount'],
    [say('rows.amount'), (it) => money(it.amount), 'amount'],
  ], items)}`;
