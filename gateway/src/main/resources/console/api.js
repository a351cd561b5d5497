/** Calls through the gateway. Whatever is refused is thrown as the problem it was answered with. */
import { language, say } from '/console/language.js';
import { token } from '/console/session.js';

export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

export async function get(path, signal) {
  return (await call('GET', path, { signal })).body;
}

/** A decision or a new thing. The key makes a repeated click harmless. */
export function post(path, body, { headers = {}, signal } = {}) {
  return call('POST', path, {
    body, signal, headers: { 'Idempotency-Key': randomKey(), ...headers },
  });
}

export async function call(method, path, { body, headers = {}, signal } = {}) {
  const bearer = await token();
  const answer = await reach(path, {
    method,
    signal,
    headers: {
      Accept: 'application/json, application/problem+json',
      'Accept-Language': language(),
      ...(bearer && { Authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const content = await answer.text();
  if (!answer.ok) {
    throw new Refusal(problemOf(answer, content));
  }
  return { body: content ? JSON.parse(content) : undefined, etag: answer.headers.get('ETag') };
}

async function reach(path, request) {
  try {
    return await fetch(path, request);
  } catch (fault) {
    if (fault.name === 'AbortError') {
      throw fault;
    }
    throw new Refusal({ title: say('fault.unreachable'), detail: say('fault.unreachable.hint') });
  }
}

function problemOf(answer, content) {
  try {
    return JSON.parse(content);
  } catch {
    return { title: `${answer.status} ${answer.statusText}`, status: answer.status };
  }
}

/** crypto.randomUUID is missing on plain-HTTP hosts. */
function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
