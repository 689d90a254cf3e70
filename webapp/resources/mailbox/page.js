// What all parts of the mailbox page share: texts, small elements, requests, toasts.

import { element, icons, Problem, texts } from '../ui/elements.js';
import { FacesForm } from '../ui/faces.js';
import { isEnded, repeated, signInAgain } from '../ui/sign-in-again.js';
import { headers } from './attention.js';

export { element, Problem, size } from '../ui/elements.js';

const { dataset } = document.getElementById('texts');

/** The application's path; Facelets leaves an empty one out. */
export const base = dataset.base ?? '';
export const text = texts(dataset);
export const icon = icons(dataset.icons);
export const byId = (id) => document.getElementById(id);

const form = new FacesForm('act', text);

/** Whose mail this is. */
export const { owner } = document.querySelector('[data-owner]').dataset;

/** Where the page's socket is. */
export const socketAddress = dataset.push;

/** Resolves to where the socket of a new view is; fails if nobody, or somebody else, is signed in now. */
export const newSocketAddress = async () => (await form.page()).getElementById('texts').dataset.push;

let posting = 0;
let posted = 0;
const waiting = [];

/** What changes mail. */
export async function post(action, parameters) {
  posting++;
  try {
    return await repeated(() => form.call(action, parameters));
  } finally {
    posting--;
    posted++;
    // Not before the page itself has shown what it did.
    setTimeout(() => posting || waiting.splice(0).forEach((done) => done()));
  }
}

/** Resolves when the page changes nothing, to how often it did: what was read meanwhile may be outdated. */
export async function calm() {
  while (posting) await new Promise((done) => waiting.push(done));
  return posted;
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Reads JSON from the server; trouble is a Problem. What the page asks for byItself is no sign that somebody is there. */
export function getJson(path, parameters, options = {}) {
  const once = () => getJsonOnce(path, parameters, options);
  return options.byItself ? once() : repeated(once);
}

async function getJsonOnce(path, parameters, { signal, byItself = false }) {
  let response;
  // Days that are searched for are the reader's.
  const asked = new URLSearchParams(parameters.search && zone ? { ...parameters, zone } : parameters);
  try {
    response = await fetch(base + path + '?' + asked, { signal, headers: headers(byItself) });
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Problem('Offline', text('offline'));
  }
  if (response.ok) return response.json();
  const told = await response.json().catch(() => null);
  if (told?.error) throw new Problem(told.kind, told.error);
  throw response.status === 401 ? new Problem('SessionEnded', text('sessionEnded')) : new Problem('Offline', text('offline'));
}

let toastTimer;

/** Shows a sentence for ten seconds, with a button if there is something to do about it. */
export function toast(message, action) {
  const shown = element('div', 'toast');
  shown.dataset.testid = 'toast';
  shown.append(element('span', '', message));
  if (action) {
    const button = element('button', '', action.label);
    button.type = 'button';
    if (action.testid) button.dataset.testid = action.testid;
    button.addEventListener('click', () => {
      shown.remove();
      action.run();
    });
    shown.append(button);
  }
  byId('toasts').replaceChildren(shown);
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => shown.remove(), 10_000);
}

/** Takes away what is offered; with a testid only if it offers that. */
export function hush(testid) {
  if (!testid || byId('toasts').querySelector(`[data-testid="${testid}"]`)) byId('toasts').replaceChildren();
}

/** Tells a Problem; after the session's end it offers to sign in again, over this page. */
export function tell(problem) {
  if (problem.name === 'AbortError') return;
  if (!(problem instanceof Problem)) throw problem;
  toast(problem.message, isEnded(problem) ? { label: text('signIn'), testid: 'toast-sign-in', run: signInAgain } : undefined);
}

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const WEEK = 6 * 24 * 3600 * 1000;

/** Time today, weekday this week, else the date. */
export function shortDate(millis) {
  const now = new Date();
  const then = new Date(millis);
  if (then.toDateString() === now.toDateString()) return time.format(then);
  if (now - then < WEEK && then < now) return weekday.format(then);
  return then.getFullYear() === now.getFullYear() ? day.format(then) : date.format(then);
}

export const fullDate = (millis) => full.format(new Date(millis));

/** A person's name, or else the address. */
export const person = ([name, email]) => name || email;
export const fullPerson = ([name, email]) => (name && email && name !== email ? `${name} <${email}>` : name || email);
export const people = (list) => list.map(person).join(', ');
