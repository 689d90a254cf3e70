// What is done to many messages, a few hundred at a time, so that progress is seen and a stop is heeded.

import { longWork } from './long-work.js';

/** As many as are done at once. */
export const BATCH = 500;

/** Messages of one folder, or of several, in pieces that are done at once; what else is known of a place goes along. */
export function batches(places) {
  return places.flatMap((place) => {
    const pieces = [];
    for (let from = 0; from < place.uids.length; from += BATCH) {
      pieces.push({ ...place, uids: place.uids.slice(from, from + BATCH), keys: place.keys.slice(from, from + BATCH) });
    }
    return pieces;
  });
}

export const count = (places) => places.reduce((sum, place) => sum + place.uids.length, 0);

/**
 * Does something to each of them, one after the other.
 *
 * @param words what is going on, for whoever waits
 * @param step answers a promise for each piece
 * @returns {done, left, problem}: pieces with what the step answered as now, those that nothing was done to, and why not
 */
export async function eachBatch(places, words, step) {
  const pieces = batches(places);
  const total = count(pieces);
  const isLong = pieces.length > 1 && total > BATCH;
  if (isLong) await longWork.begin();
  const done = [];
  try {
    for (const piece of pieces) {
      if (isLong && longWork.stopped) break;
      if (isLong) longWork.show(words, count(done), total);
      done.push({ ...piece, now: await step(piece) });
    }
    return { done, left: pieces.slice(done.length) };
  } catch (problem) {
    return { done, left: pieces.slice(done.length), problem };
  } finally {
    if (isLong) longWork.end();
  }
}
