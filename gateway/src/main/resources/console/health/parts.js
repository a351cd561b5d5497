/** What the pages of health share. */
import { html } from '/console/lib/lit-html.js';
import { say } from '/console/language.js';
import { failure, heading, tabs } from '/console/parts.js';

export const head = () => html`
  ${heading(say('health.title'), say('health.lead'))}
  ${tabs(say('health.title'), [
    ['/console/health', say('health.services')],
    ['/console/health/letters', say('letters.title')],
    ['/console/health/jobs', say('jobs.title')],
  ])}`;

export const serviceName = (service) => say(`service.${service}`);

/** Services that did not answer; all of them for the same reason are told once. */
export function silent(faults) {
  const codes = new Set(faults.map(({ fault }) => fault.problem?.code));
  if (codes.size === 1 && faults.length > 1) {
    return failure(faults[0].fault);
  }
  return faults.map(({ service, fault }) => html`<h3>${serviceName(service)}</h3>${failure(fault)}`);
}
