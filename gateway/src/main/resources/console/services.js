/** The services behind the gateway, as it lists them. */
import { get } from '/console/api.js';

export const listServices = async (signal) =>
  (await get('/openapi/services.json', signal)).map((service) => service.name);
