/** The pictures of a year. Each has a table beside it that says the same. */
import { claimsOf } from '/console/city/mutual-insurance.js';
import { nameOf } from '/console/city/scope.js';
import { nameAxis, tooltip, valueAxis } from '/console/chart.js';
import { money, number, say, short } from '/console/language.js';

const paid = (items) => items.map((it) => Number(it.paid));

export function byArea(parts, areas) {
  const names = parts.map((part) => nameOf(areas, part.key));
  return {
    tooltip: tooltip('axis', ([{ dataIndex: i }]) => told(names[i], parts[i])),
    grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
    xAxis: valueAxis('', short),
    yAxis: { ...nameAxis(names), inverse: true },
    series: [{
      type: 'bar', data: paid(parts), barMaxWidth: 22, itemStyle: { borderRadius: [0, 4, 4, 0] },
      cursor: 'pointer', label: { show: true, position: 'right', formatter: ({ value }) => short(value) },
    }],
  };
}

export function byMonth(months) {
  return {
    tooltip: tooltip('axis', ([{ dataIndex: i }]) => told(months[i].key, months[i])),
    grid: { left: 8, right: 8, top: 56, bottom: 8, containLabel: true },
    xAxis: nameAxis(months.map((it) => it.key)),
    yAxis: [
      valueAxis(say('chart.yuan'), short),
      { ...valueAxis(say('chart.claims'), number), splitLine: { show: false }, minInterval: 1 },
    ],
    series: [
      { type: 'bar', name: say('chart.paid'), data: paid(months), barMaxWidth: 28, itemStyle: { borderRadius: [4, 4, 0, 0] } },
      { type: 'line', name: say('chart.claims'), yAxisIndex: 1, data: months.map(claimsOf), symbolSize: 7, lineStyle: { width: 2 } },
    ],
  };
}

export function byKind(kinds) {
  return ring(kinds.map((it) => ({ name: it.name, value: Number(it.paid) })), money);
}

export function byVisits(visits) {
  return ring(visits.map((it) => ({ name: it.name, value: it.claims })), number);
}

/** Parts of a whole; the legend tells each share, since thin slices have no room for words. */
function ring(data, write) {
  const whole = data.reduce((sum, it) => sum + it.value, 0);
  const share = (name) => `${(data.find((it) => it.name === name).value / whole * 100).toFixed(1)} %`;
  return {
    tooltip: tooltip('item', ({ name, value }) => `${name}\n${write(value)} · ${share(name)}`),
    legend: {
      bottom: 0, left: 'center', itemWidth: 14, itemHeight: 10, formatter: (name) => `${name}  ${share(name)}`,
    },
    series: [{
      type: 'pie', radius: ['46%', '70%'], center: ['50%', '42%'], data,
      label: { show: false }, itemStyle: { borderColor: '#fff', borderWidth: 2 },
    }],
  };
}

const told = (name, part) => `${name}\n${say('chart.paid')} ${money(part.paid)}\n${say('chart.claims')} ${number(claimsOf(part))}`;
