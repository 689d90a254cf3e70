// Two soft tones, made and not loaded.

const TONES = [[660, 0], [880, 0.14]];
const LENGTH = 0.5;
const VOLUME = 0.12;

let context;

/** Plays them; a browser that wants a click first stays silent. */
export function chime() {
  context ??= new AudioContext();
  context.resume();
  for (const [frequency, after] of TONES) {
    const begin = context.currentTime + after;
    const tone = new OscillatorNode(context, { frequency });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.linearRampToValueAtTime(VOLUME, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + LENGTH);
    tone.connect(volume).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + LENGTH);
  }
}
