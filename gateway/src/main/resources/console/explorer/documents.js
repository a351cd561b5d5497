/** The documents that can be explored: each service's, and all services' for each audience. */
import { say } from '/console/language.js';
import { listServices } from '/console/services.js';

const AUDIENCES = ['frontend', 'partner', 'ops'];

export async function documents(signal) {
  const services = await listServices(signal);
  return [
    ...services.map((name) => documentOf(name, say(`service.${name}`))),
    ...AUDIENCES.map((name) => documentOf(name, say(`audience.${name}`))),
  ];
}

const documentOf = (name, words) => ({ name, words, url: `/openapi/${name}.json` });
