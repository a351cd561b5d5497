/** The documents that can be explored. */
import { say } from '/console/language.js';
import { listServices } from '/console/services.js';

export async function documents(signal) {
  const services = await listServices(signal);
  return services.map((name) => ({ name, words: say(`service.${name}`), url: `/openapi/${name}.json` }));
}
