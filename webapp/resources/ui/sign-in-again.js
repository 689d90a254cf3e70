// Signing in again over what is open, when the session or its token has ended: the page stays as it is, and what failed
// for it is done once more.

import { Problem } from './elements.js';

const ENDED = ['SessionEnded', 'SignInAgain', 'LoginRefused'];
const dialog = document.getElementById('sign-in-again');
const part = (selector) => dialog.querySelector(selector);

let asking;
let before;
let finish;

/** Whether signing in again would help. */
export const isEnded = (problem) => problem instanceof Problem && ENDED.includes(problem.kind);

/** Runs an attempt, and once more after a new sign-in if that is what it lacked. */
export async function repeated(attempt) {
  try {
    return await attempt();
  } catch (problem) {
    if (!isEnded(problem) || !(await signInAgain())) throw problem;
    return attempt();
  }
}

/** Asks to sign in again to the page's account; resolves to whether that was done. All who ask meanwhile share the answer. */
export function signInAgain() {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function ask() {
  before = await state();
  tell('');
  wait(false);
  dialog.showModal();
  const done = await new Promise((resolve) => {
    finish = resolve;
  });
  if (dialog.open) dialog.close();
  const password = part('[type="password"]');
  if (password) password.value = '';
  if (done) document.dispatchEvent(new Event('oriel:signed-in'));
  return done;
}

/** Whether this page's account is signed in now, and since when; nothing if Oriel does not answer. */
async function state() {
  const response = await fetch(`${address('/login/again')}?${new URLSearchParams({ address: dialog.dataset.address })}`).catch(() => null);
  return response?.ok ? response.json() : undefined;
}

const address = (path) => (dialog.dataset.base ?? '') + path;

/** Another window says that it is done, or this one is looked at again. */
async function look(told) {
  if (!asking) return;
  const now = await state();
  if (now?.signedIn && now.since !== before?.since) finish(true);
  else if (told && now?.somebody && !now.signedIn) tell(dialog.dataset.otherAccount);
}

function tell(words) {
  const line = part('[role="alert"]');
  line.textContent = words;
  line.hidden = !words;
}

function wait(waiting) {
  const line = part('.again-waiting');
  if (line) line.textContent = waiting ? part('.again-words').textContent : '';
}

async function submit(event) {
  event.preventDefault();
  const password = part('[type="password"]');
  if (!password?.value) return password?.focus();
  const button = part('[data-testid="sign-in-again-submit"]');
  button.disabled = true;
  tell('');
  try {
    const response = await fetch(address('/login/again'), {
      method: 'POST',
      headers: { 'X-Oriel-Sign-In': 'again' },
      body: new URLSearchParams({ address: dialog.dataset.address, password: password.value }),
    });
    const answer = await response.json();
    if (response.ok) return finish(true);
    tell(answer.error);
    password.select();
  } catch {
    tell(dialog.dataset.offline);
  } finally {
    button.disabled = false;
  }
  return undefined;
}

if (dialog) {
  new BroadcastChannel('oriel-sign-in').onmessage = () => look(true);
  window.addEventListener('focus', () => look(false));
  dialog.querySelector('form').addEventListener('submit', submit);
  dialog.addEventListener('close', () => finish?.(false));
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  part('.again-later').addEventListener('click', () => dialog.close());
  part('.again-provider')?.addEventListener('click', (event) => {
    // Without a window of its own, for it is blocked maybe, the link opens a tab.
    if (window.open(event.currentTarget.href, 'oriel-sign-in', 'popup,width=520,height=720')) event.preventDefault();
    wait(true);
  });
}
