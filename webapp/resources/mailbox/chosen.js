// What is chosen of a list: keys of messages. The newest message of a conversation stands for all of it, unless it is chosen
// alone, beneath the conversation's row.

export class Chosen extends Set {
  #alone = new Set();

  /** @param alone whether these are meant one by one */
  static of(keys, alone) {
    const chosen = new Chosen();
    for (const key of keys) chosen.add(key, alone);
    return chosen;
  }

  add(key, alone = false) {
    if (alone) this.#alone.add(key);
    else this.#alone?.delete(key);
    return super.add(key);
  }

  delete(key) {
    this.#alone.delete(key);
    return super.delete(key);
  }

  clear() {
    this.#alone.clear();
    super.clear();
  }

  isAlone(key) {
    return this.#alone.has(key);
  }

  isWhole(key) {
    return this.has(key) && !this.#alone.has(key);
  }

  /** It has got another name: another message stands for the conversation now. */
  rename(key, now) {
    if (!this.isWhole(key)) return;
    this.delete(key);
    this.add(now);
  }
}
