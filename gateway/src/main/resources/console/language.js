/** Which language the page speaks, and how it writes numbers, money and moments. */
import en from '/console/words/en.js';
import partnersEn from '/console/words/partners-en.js';
import partnersZh from '/console/words/partners-zh.js';
import zh from '/console/words/zh.js';

const REMEMBERED = 'gonghui.console.language';
const ZONE = 'Asia/Shanghai';
const WORDS = { 'zh-CN': { ...zh, ...partnersZh }, en: { ...en, ...partnersEn } };

let current = remembered() ?? wished();

function remembered() {
  const language = localStorage.getItem(REMEMBERED);
  return language in WORDS ? language : undefined;
}

/** The browser's list is what it sends as Accept-Language. */
function wished() {
  const first = navigator.languages.find((it) => /^(zh|en)\b/i.test(it)) ?? 'zh';
  return /^en\b/i.test(first) ? 'en' : 'zh-CN';
}

export const language = () => current;

export const otherLanguage = () => (current === 'en' ? 'zh-CN' : 'en');

export function speak(chosen) {
  current = chosen;
  localStorage.setItem(REMEMBERED, chosen);
}

/** The words of a key; names in braces are filled in. A key without words shows itself. */
export function say(key, values = {}) {
  const words = WORDS[current][key] ?? key;
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

export const number = (value) => new Intl.NumberFormat(current).format(value);

export const money = (value) => new Intl.NumberFormat(current, {
  style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol',
}).format(value);

/** Large amounts as people say them: 2493.3万 or 24.93M. */
export const short = (value) => new Intl.NumberFormat(current, {
  notation: 'compact', maximumFractionDigits: 2,
}).format(value);

export const moment = (instant) => new Intl.DateTimeFormat(current, {
  dateStyle: 'medium', timeStyle: 'medium', timeZone: ZONE,
}).format(new Date(instant));

export const day = (instant) => new Intl.DateTimeFormat(current, {
  dateStyle: 'medium', timeZone: ZONE,
}).format(new Date(instant));

/** A length of time in its largest fitting unit. */
export function duration(seconds) {
  const [size, unit] = [[86400, 'day'], [3600, 'hour'], [60, 'minute'], [1, 'second']]
    .find(([length]) => seconds >= length) ?? [1, 'second'];
  return new Intl.NumberFormat(current, { style: 'unit', unit, unitDisplay: 'long' })
    .format(Math.floor(seconds / size));
}
