// Posts actions to a Faces form with the view's token. Neither a lost view nor an ended session leaves the page: somebody
// may be writing on it.

import { Problem } from './elements.js';

// Grizzly refuses forms of 2 MB and more.
const LONGEST = 1_900_000;
const OWNER = '[data-owner]';
const HIDDEN = ['jakarta.faces.ViewState', 'primefaces.nonce'];

export class FacesForm {
  #view;

  /** @param text gives the sentences offline, sessionEnded, otherAccount, notTaken and tooLong */
  constructor(id, text) {
    this.id = id;
    this.text = text;
  }

  /** Posts an action and resolves to its answer; trouble is a Problem. After a new sign-in elsewhere it just works on. */
  async call(action, parameters) {
    const answer = (await this.#post(action, parameters)) ?? ((await this.#renew()) && (await this.#post(action, parameters)));
    if (!answer) throw this.#problem('Failed', 'notTaken');
    if (answer.answer) return JSON.parse(answer.answer);
    const problem = JSON.parse(answer.problem);
    throw new Problem(problem.kind, problem.error);
  }

  /** Resolves to what Faces answers, or to nothing if it does not know this view any more. */
  async #post(action, parameters) {
    const form = document.getElementById(this.id);
    const source = this.id + ':' + action;
    const body = new URLSearchParams({
      [this.id]: this.id, [source]: source, ...(this.#view ?? hidden(form)),
      'jakarta.faces.partial.ajax': 'true', 'jakarta.faces.source': source, 'jakarta.faces.partial.execute': source, 'jakarta.faces.behavior.event': 'action',
      ...parameters,
    });
    if (body.toString().length > LONGEST) throw this.#problem('TooLong', 'tooLong');
    const response = await this.#ask(form.action, { method: 'POST', body, headers: { 'Faces-Request': 'partial/ajax', 'X-Requested-With': 'XMLHttpRequest' } });
    if (response.status === 401 || response.status === 403) return undefined;
    if (response.status >= 500) throw this.#problem('Offline', 'offline');
    const answer = new DOMParser().parseFromString(await response.text(), 'text/xml');
    const told = answer.querySelector('extension[type="args"]')?.textContent;
    return told && JSON.parse(told);
  }

  /** Gets a view anew. */
  async #renew() {
    this.#view = hidden((await this.page()).getElementById(this.id));
    return true;
  }

  /** Resolves to this page as it would be now, if the same person is signed in; says so if nobody or somebody else is. */
  async page() {
    const response = await this.#ask(location.href, { headers: { Accept: 'text/html' } });
    const page = response.ok && new DOMParser().parseFromString(await response.text(), 'text/html');
    const owner = page && page.querySelector(OWNER);
    if (!owner) throw this.#problem('SessionEnded', 'sessionEnded');
    if (owner.dataset.owner !== document.querySelector(OWNER).dataset.owner) throw this.#problem('OtherAccount', 'otherAccount');
    return page;
  }

  #problem(kind, name) {
    return new Problem(kind, this.text(name));
  }

  async #ask(address, options) {
    try {
      return await fetch(address, { credentials: 'same-origin', ...options });
    } catch {
      throw this.#problem('Offline', 'offline');
    }
  }
}

/** What Faces and PrimeFaces want to have back of the view. */
function hidden(form) {
  return Object.fromEntries(HIDDEN.filter((name) => form.elements[name]).map((name) => [name, form.elements[name].value]));
}
