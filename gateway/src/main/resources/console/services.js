/** The services behind the gateway, as it lists them. */
import { get } from '/console/api.js';

let known = [];

export async function listServices(signal) {
  known = (await get('/openapi/services.json', signal)).map((service) => service.name);
  return known;
}

/** Whether it was in the list when that was last read. */
export const isThere = (service) => known.includes(service);
