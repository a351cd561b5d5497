/** What the pages of partners share. */
import { html } from '/console/lib/lit-html.js';
import { say } from '/console/language.js';
import { badge, heading, tabs } from '/console/parts.js';

export const head = () => html`
  ${heading(say('partners.title'), say('partners.lead'))}
  ${tabs(say('partners.title'), [
    ['/console/partners', say('partners.list')],
    ['/console/partners/acts', say('acts.title')],
  ])}`;

export const status = (partner) => (partner.status === 'ACTIVE'
  ? badge('good', say('partner.ACTIVE')) : badge('warn', say('partner.SUSPENDED')));
