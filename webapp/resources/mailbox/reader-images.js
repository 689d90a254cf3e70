// Images from elsewhere: the bar that says what is blocked and who would learn of it, and what is chosen about it.

import { byId, post, tell, text, toast } from './page.js';

const MOST_HOSTS = 1;

export class RemoteImages {
  #told;

  /** @param menu opens beside the button; show() loads the open message with its images this once, reload() as was chosen */
  constructor(menu, { show, reload }) {
    this.reload = reload;
    this.bar = byId('reader-blocked');
    const always = byId('reader-remote-always');
    this.bar.querySelector('[data-testid="reader-remote-show"]').addEventListener('click', show);
    always.addEventListener('click', () => menu.open(always.textContent, [this.#choices()], always, () => always));
    const rule = byId('images-rule');
    rule.value = rule.dataset.rule;
    rule.addEventListener('change', () => post('images', { rule: rule.value }).then(reload, tell));
  }

  /** Says what the open message was shown without. */
  tell(told) {
    this.#told = told;
    const { blocked, blockedHosts, trackers, images } = told;
    this.bar.hidden = !blocked || images === 'NEVER';
    const sentences = [text(blocked === 1 ? 'blockedOne' : 'blocked', blocked, some(blockedHosts))];
    if (trackers.length) sentences.push(text('tracked', some(trackers)));
    this.bar.querySelector('span').textContent = sentences.join(' ');
    this.bar.title = blockedHosts.join(', ');
    byId('reader-remote-always').hidden = !this.#sender;
  }

  hide() {
    this.#told = undefined;
    this.bar.hidden = true;
  }

  /** What can be taken back while a message is shown with its images. */
  entries() {
    const kind = { SENDER: 'Sender', DOMAIN: 'Domain' }[this.#told?.images];
    if (!kind || !this.#sender) return [];
    const name = kind === 'Sender' ? this.#sender : domain(this.#sender);
    return [{ label: text('imagesNo' + kind, name), symbol: 'shield', testid: 'images-block', run: () => this.#choose(kind.toUpperCase(), name, false) }];
  }

  #choices() {
    const sender = this.#sender;
    const choice = (kind, name) => ({ label: text('images' + kind, name), symbol: 'shield', testid: 'images-' + kind.toLowerCase(), run: () => this.#choose(kind.toUpperCase(), name, true) });
    return [choice('Sender', sender), choice('Domain', domain(sender))];
  }

  /** Whose choice it is for; nobody's if there are several authors, or none. */
  get #sender() {
    const from = this.#told?.row.from ?? [];
    const address = from.length === 1 ? from[0][1] : '';
    return /.@./.test(address) ? address : '';
  }

  #choose(whom, name, shown) {
    return post('images', { whom, address: this.#sender, shown }).then(() => {
      toast(text(shown ? 'imagesShown' : 'imagesBlocked', name));
      this.reload();
    }, tell);
  }
}

const domain = (address) => address.slice(address.lastIndexOf('@') + 1);

function some(names) {
  const rest = names.length - MOST_HOSTS;
  return names.slice(0, MOST_HOSTS).join(', ') + (rest > 0 ? ' ' + text('more', rest) : '');
}
