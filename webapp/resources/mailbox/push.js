// The page's socket: it tells which folder changed as soon as the server knows. A lost one is opened again after growing
// pauses, at once when somebody looks; as long as there is none, the page asks by itself every minute.

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 120_000;
const PROVEN = 10_000;
// The server sends a beat every 40 seconds; browsers let hidden pages' timers come late.
const SILENCE = 130_000;
const MINUTE = 60_000;
// Close codes of RFC 6455 section 7.4.1: the session's end, and an address that the server does not know any more.
const ADDRESS_IS_OLD = [1000, 1008];

export class Push {
  #socket;
  #timer;
  #tries = 0;
  #lastHeard = 0;
  #ended = false;

  /**
   * @param address where the socket is asked for
   * @param page heard(change); missed() after a time without a socket; minute(live) every minute that the page is seen; renew() resolves to a
   *   new address, or fails with the reason why there is none; ended(problem)
   */
  constructor(address, page) {
    this.address = address;
    this.page = page;
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.wake());
    window.addEventListener('focus', () => this.wake());
    window.addEventListener('online', () => this.#restart());
    window.addEventListener('offline', () => this.#drop());
    window.addEventListener('pagehide', () => this.#drop());
    window.addEventListener('pageshow', (event) => event.persisted && this.#restart());
    setInterval(() => this.#tick(), MINUTE);
    this.#connect();
  }

  get live() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Somebody looks at the page, or has signed in again: no pause is worth keeping now. */
  wake() {
    if (this.#ended) this.#renew();
    else if (this.live && Date.now() - this.#lastHeard < SILENCE) return;
    else if (this.#socket?.readyState !== WebSocket.CONNECTING) this.#restart();
  }

  #restart() {
    this.#drop();
    this.#tries = 0;
    this.#connect();
  }

  #drop() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#show();
  }

  #connect() {
    clearTimeout(this.#timer);
    if (this.#ended || !navigator.onLine) return;
    const socket = new WebSocket(new URL(this.address, location.href).href.replace(/^http/, 'ws'));
    this.#socket = socket;
    let opened = 0;
    socket.onopen = () => {
      opened = this.#lastHeard = Date.now();
      this.#show();
      this.page.missed();
    };
    socket.onmessage = ({ data }) => {
      this.#lastHeard = Date.now();
      const change = JSON.parse(data);
      if (change.stamp) this.page.heard(change);
    };
    socket.onclose = ({ code }) => {
      if (socket !== this.#socket) return;
      this.#socket = undefined;
      this.#show();
      if (opened && Date.now() - opened > PROVEN) this.#tries = 0;
      this.#lost(ADDRESS_IS_OLD.includes(code) || (!opened && this.#tries % 4 === 0));
    };
  }

  /** For tests and for whoever wonders. */
  #show() {
    document.body.dataset.live = this.live;
  }

  /** What a refused socket means no browser tells: the session may have ended, or a proxy lets no sockets through. */
  #lost(askWhy) {
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#tries) * (0.5 + Math.random());
    this.#tries++;
    this.#timer = setTimeout(() => (askWhy ? this.#renew() : this.#connect()), pause);
  }

  async #renew() {
    try {
      this.address = await this.page.renew();
      this.#ended = false;
    } catch (problem) {
      this.#ended = problem.kind !== 'Offline';
      if (this.#ended) this.page.ended(problem);
    }
    if (!this.#socket) this.#connect();
  }

  #tick() {
    if (this.live && Date.now() - this.#lastHeard > SILENCE) this.#restart();
    if (document.visibilityState === 'visible' && !this.#ended) this.page.minute(this.live);
  }
}
