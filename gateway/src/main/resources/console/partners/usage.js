/** How often a partner's keys were used, by day, for each key or each service. */
import { html, render } from '/console/lib/lit-html.js';
import { draw, nameAxis, tooltip, valueAxis } from '/console/chart.js';
import { number, say } from '/console/language.js';
import * as api from '/console/partners/api.js';
import { empty, table } from '/console/parts.js';

const DAYS = 30;
const DAY_MILLIS = 86_400_000;
const YEAR_DIGITS = 5;

/** Days are the federation's; Swedish writes them as ISO does. */
const dayAgo = (days) => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' })
  .format(new Date(Date.now() - days * DAY_MILLIS));

export async function showUsage(root, partner, keys, signal) {
  const days = Array.from({ length: DAYS }, (_, i) => dayAgo(DAYS - 1 - i));
  const rows = await api.usage(partner.id, days[0], days.at(-1), signal);
  if (rows.length === 0) {
    render(empty(say('usage.empty')), root);
    return;
  }
  const redraw = async (by) => {
    render(content(rows, keys, by, (event) => redraw(event.target.value)), root);
    await draw(root.querySelector('.chart'), option(days, group(rows, by, keys)), signal);
  };
  await redraw('key');
}

const nameOfKey = (keys, id) => {
  const key = keys.find((it) => it.id === id);
  return key ? `${key.terms.name} (${key.publicId})` : id;
};

function group(rows, by, keys) {
  const groups = new Map();
  for (const row of rows) {
    const name = by === 'key' ? nameOfKey(keys, row.keyId) : say(`service.${row.service}`);
    const days = groups.get(name) ?? new Map();
    groups.set(name, days.set(row.day, (days.get(row.day) ?? 0) + row.requests));
  }
  return groups;
}

const content = (rows, keys, by, choose) => html`
  <figure>
    <figcaption>${say('usage.lead')}</figcaption>
    <label class="inline">${say('usage.by')}
      <select @change=${choose}>
        <option value="key" ?selected=${by === 'key'}>${say('usage.key')}</option>
        <option value="service" ?selected=${by === 'service'}>${say('usage.service')}</option>
      </select>
    </label>
    <div class="chart"></div>
    <details><summary>${say('chart.table')}</summary>
      ${table(say('usage.title'), [
    [say('usage.day'), (it) => it.day],
    [say('usage.key'), (it) => nameOfKey(keys, it.keyId)],
    [say('usage.service'), (it) => say(`service.${it.service}`)],
    [say('usage.requests'), (it) => number(it.requests), 'amount'],
    [say('usage.refused'), (it) => number(it.refused), 'amount'],
  ], rows)}</details>
  </figure>`;

const option = (days, groups) => ({
  tooltip: tooltip('axis'),
  legend: { type: 'scroll', top: 0, left: 0, itemWidth: 14, itemHeight: 10 },
  grid: { left: 8, right: 8, top: 48, bottom: 8, containLabel: true },
  xAxis: nameAxis(days.map((day) => day.slice(YEAR_DIGITS))),
  yAxis: { ...valueAxis('', number), minInterval: 1 },
  series: [...groups].map(([name, counts]) => ({
    type: 'bar', stack: 'all', name, barMaxWidth: 22, data: days.map((day) => counts.get(day) ?? 0),
  })),
});
