// Actions of the composer, posted to its Faces form. Not through the page's own ajax: that leaves the page when the view
// or the session is gone, and here somebody is writing.

import { dock, Problem, text } from './words.js';

const LONGEST = 1_900_000;
let view;

/** Posts an action and resolves to its answer; trouble is a Problem. After a new sign-in elsewhere it just works on. */
export async function call(action, parameters) {
  const answer = (await post(action, parameters)) ?? ((await renewed()) && (await post(action, parameters)));
  if (!answer) throw new Problem('Failed', text('notTaken'));
  if (answer.answer) return JSON.parse(answer.answer);
  const problem = JSON.parse(answer.problem);
  throw new Problem(problem.kind, problem.error);
}

/** Resolves to what Faces answers, or to nothing if it does not know this view any more. */
async function post(action, parameters) {
  const form = document.getElementById('compose');
  const source = 'compose:' + action;
  const body = new URLSearchParams({
    compose: 'compose', [source]: source, ...(view ?? known(form)),
    'jakarta.faces.partial.ajax': 'true', 'jakarta.faces.source': source, 'jakarta.faces.partial.execute': source, ...parameters,
  });
  if (body.toString().length > LONGEST) throw new Problem('TooLong', text('tooLong'));
  const response = await ask(form.action, { method: 'POST', body, headers: { 'Faces-Request': 'partial/ajax', 'X-Requested-With': 'XMLHttpRequest' } });
  if (response.status === 401 || response.status === 403) return undefined;
  if (response.status >= 500) throw new Problem('Offline', text('offline'));
  const answer = new DOMParser().parseFromString(await response.text(), 'text/xml');
  const told = answer.querySelector('extension[type="args"]')?.textContent;
  return told && JSON.parse(told);
}

/** Gets a view anew, if the same person is signed in; says so if nobody or somebody else is. */
async function renewed() {
  const response = await ask(location.href, { headers: { Accept: 'text/html' } });
  const page = response.ok && new DOMParser().parseFromString(await response.text(), 'text/html');
  const there = page && page.getElementById('compose-dock');
  if (!there) throw new Problem('SessionEnded', text('sessionEnded'));
  if (there.dataset.owner !== dock.dataset.owner) throw new Problem('OtherAccount', text('otherAccount'));
  const nonce = /csp\.init\(['"]([^'"]+)/.exec([...page.scripts].map((script) => script.textContent).join())?.[1];
  view = { ...known(page.getElementById('compose')), ...(nonce && { 'primefaces.nonce': nonce }) };
  return true;
}

/** What Faces and PrimeFaces want to have back of the view. */
function known(form) {
  const names = ['jakarta.faces.ViewState', 'primefaces.nonce'];
  return Object.fromEntries(names.filter((name) => form.elements[name]).map((name) => [name, form.elements[name].value]));
}

async function ask(address, options) {
  try {
    return await fetch(address, { credentials: 'same-origin', ...options });
  } catch {
    throw new Problem('Offline', text('offline'));
  }
}
