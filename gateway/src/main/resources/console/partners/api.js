/** The gateway's administration of partners and their keys. */
import { call, get, post } from '/console/api.js';

const API = '/api/gateway/v1';
const MOST = 200;

export const list = async (signal) => (await get(`${API}/partners?limit=${MOST}`, signal)).items;

export const partner = (id, signal) => get(`${API}/partners/${id}`, signal);

export const create = async (given) => (await post(`${API}/partners`, given)).body;

export const keys = async (partnerId, signal) =>
  (await get(`${API}/partners/${partnerId}/keys?limit=${MOST}`, signal)).items;

export const issue = async (partnerId, wanted) =>
  (await post(`${API}/partners/${partnerId}/keys`, wanted)).body;

/** A decision on a partner or a key names the version that was seen. */
export const decide = async (kind, seen, decision, given) =>
  (await call('POST', `${API}/${kind}/${seen.id}/${decision}`, {
    body: given, headers: { 'If-Match': `"${seen.version}"` },
  })).body;

export async function usage(partnerId, from, to, signal) {
  const path = `${API}/usage?from=${from}&to=${to}&partner=${partnerId}&limit=${MOST}`;
  const found = [];
  let next;
  do {
    const page = await get(next ? `${path}&cursor=${encodeURIComponent(next)}` : path, signal);
    found.push(...page.items);
    next = page.next;
  } while (next);
  return found;
}

export const acts = (cursor, signal) =>
  get(`${API}/acts?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, signal);
