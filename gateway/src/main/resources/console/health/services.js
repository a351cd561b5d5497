/** How each service stands, asked of all at once; one that does not answer is no reason to fail. */
import { get } from '/console/api.js';
import { listServices } from '/console/services.js';

export async function ask(path, signal) {
  const names = await listServices(signal);
  return Promise.all(names.map(async (service) => {
    try {
      return { service, answer: await get(`/api/${service}/v1${path}`, signal) };
    } catch (fault) {
      return { service, fault };
    }
  }));
}

/** The items of every service's list in one, each with its service, the newest first. */
export const together = (answers) => answers
  .flatMap(({ service, answer }) => (answer?.items ?? []).map((item) => ({ service, ...item })))
  .sort((one, other) => (one.id < other.id ? 1 : -1));

export const faults = (answers) => answers.filter(({ fault }) => fault);
