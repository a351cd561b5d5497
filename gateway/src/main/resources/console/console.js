'use strict';

async function json(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

function show(service, clientId) {
  const explorer = SwaggerUIBundle({
    url: service.url,
    dom_id: '#explorer',
    deepLinking: true,
    persistAuthorization: true,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    oauth2RedirectUrl: `${location.origin}/console/oauth2-redirect.html`,
    validatorUrl: null,
  });
  explorer.initOAuth({
    clientId,
    scopes: 'openid',
    usePkceWithAuthorizationCodeGrant: true,
  });
}

async function start() {
  const [services, settings] = await Promise.all([
    json('/openapi/services.json'),
    json('/console/settings.json'),
  ]);
  const choice = document.getElementById('service');
  services.forEach((service) => choice.add(new Option(service.name, service.name)));
  const wanted = new URLSearchParams(location.search).get('service');
  choice.value = services.some((it) => it.name === wanted) ? wanted : services[0].name;
  choice.addEventListener('change', () => {
    location.search = `?service=${encodeURIComponent(choice.value)}`;
  });
  show(services.find((it) => it.name === choice.value), settings.clientId);
}

start().catch((fault) => {
  document.getElementById('explorer').textContent = String(fault);
});
