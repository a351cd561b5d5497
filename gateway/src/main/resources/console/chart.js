/** Charts in the console's colours, drawn on a canvas so that no inline style is needed. */
import { script } from '/console/library.js';

const COLOURS = ['#0f766e', '#d08a2e', '#44618f', '#a24e5b', '#7a8b3c', '#6b5b95'];
const INK = '#3b4754';
const LINE = '#e2e7ec';
const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Draws into the element until the signal ends; gives the chart for listening to clicks. */
export async function draw(element, option, signal) {
  await script('/console/lib/echarts.js');
  if (signal.aborted || !element.isConnected) {
    return undefined;
  }
  const known = globalThis.echarts.getInstanceByDom(element);
  const chart = known ?? globalThis.echarts.init(element, undefined, { renderer: 'canvas' });
  chart.setOption({ ...common(), ...option }, true);
  if (!known) {
    const watching = new ResizeObserver(() => chart.resize());
    watching.observe(element);
    signal.addEventListener('abort', () => {
      watching.disconnect();
      chart.dispose();
    });
  }
  return chart;
}

const common = () => ({
  color: COLOURS,
  textStyle: { fontFamily: FONT, color: INK },
  animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  aria: { enabled: true },
  grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
  legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: INK } },
});

export const tooltip = (trigger, formatter) => ({
  trigger, renderMode: 'richText', confine: true, formatter,
});

export const valueAxis = (name, formatter) => ({
  type: 'value', name, nameTextStyle: { color: INK, align: 'left' },
  axisLabel: { formatter, color: INK, hideOverlap: true }, splitLine: { lineStyle: { color: LINE } },
});

export const nameAxis = (names) => ({
  type: 'category', data: names, axisTick: { show: false },
  axisLabel: { color: INK, hideOverlap: true }, axisLine: { lineStyle: { color: LINE } },
});
