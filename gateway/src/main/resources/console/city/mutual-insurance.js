/** The figures of mutual insurance: where they come from and how they are put. */
import { get } from '/console/api.js';
import { money, number, say, short } from '/console/language.js';
import { queryOf } from '/console/city/scope.js';

const API = '/api/mutual-insurance/v1';

export const years = async (signal) =>
  [...new Set((await get(`${API}/plan-years`, signal)).map((it) => it.year))];

/** The areas that had a code at some time of the year. */
export const areas = (year, signal) => get(`${API}/areas?on=${year}-07-01`, signal);

export async function load(scope, signal) {
  const [summary, areaParts, months] = await Promise.all(['summary', 'areas', 'months']
    .map((part) => get(`${API}/statistics/${part}?${queryOf(scope)}`, signal)));
  return { summary, areaParts, months: months.filter((it) => it.key) };
}

export const rows = (query, signal) => get(`${API}/statistics/rows?${query}`, signal);

export const isEmpty = ({ summary }) =>
  summary.enrolled === 0 && summary.all.claims === 0 && Number(summary.contributions) === 0;

/** What stands large: label, value, what explains it, and the rows that add up to it. */
export function tiles({ summary }) {
  return [
    tile('enrolled', number(summary.enrolled), '', 'ENROLLED'),
    tile('contributions', yuan(summary.contributions), money(summary.contributions), 'CONTRIBUTIONS'),
    tile('paid', yuan(summary.all.paid), money(summary.all.paid)),
    tile('lossRatio', percent(summary.lossRatio), say('figure.lossRatio.hint')),
    benefit('hospital', summary.hospital, 'HOSPITAL_CLAIMS'),
    benefit('criticalIllness', summary.criticalIllness, 'CRITICAL_ILLNESS_CLAIMS'),
    benefit('death', summary.death, 'DEATH_CLAIMS'),
    tile('visits', summary.visits.atMostOnePercent === null ? '–' : `${summary.visits.atMostOnePercent} %`,
      say('figure.visits.hint'), 'VISITS'),
  ];
}

const tile = (name, value, hint, figure) => ({ label: say(`figure.${name}`), value, hint, figure });

const benefit = (name, { claims, paid, mean }, figure) => tile(name, number(claims),
  mean === null ? money(paid) : say('figure.benefit.hint', { paid: money(paid), mean: money(mean) }),
  figure);

const yuan = (amount) => `¥${short(amount)}`;

/** Shares are told as decimals; they are moved, never computed again. */
const percent = (share) => (share === null ? '–' : `${number((Number(share) * 100).toFixed(1))} %`);

export const kinds = ({ summary }) => ['hospital', 'criticalIllness', 'death']
  .map((kind) => ({ name: say(`figure.${kind}`), ...summary[kind] }));

export const visits = ({ summary: { visits: it } }) => ['none', 'one', 'two', 'more']
  .map((times) => ({ name: say(`visits.${times}`), claims: it[times] }));

export const claimsOf = (part) => part.hospitalClaims + part.deathClaims + part.criticalIllnessClaims;
