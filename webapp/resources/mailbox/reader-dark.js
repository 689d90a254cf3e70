// HTML mail in the dark: light grounds become dark ones, and every text gets a contrast of at least 4.5 to what it stands on
// (WCAG 2.2, 1.4.3). The mail's own dark or strong colours stay. Nothing of it is sent: the sender's HTML is not changed.

const CONTRAST = 4.5;

/** The page's own ground in the dark, --surface. */
const SURFACE = [29, 32, 38, 1];
const SIDES = ['Top', 'Right', 'Bottom', 'Left'];

/** A mail of more elements keeps its colours: adapting them would keep its reader waiting. */
const MOST = 20_000;

const dark = window.matchMedia('(prefers-color-scheme: dark)');

export const isDark = () => dark.matches;

/** Calls back when light becomes dark, or dark light. */
export const onScheme = (changed) => dark.addEventListener('change', changed);

/** Adapts the colours of a frame's document. */
export function darken(inside) {
  const view = inside.defaultView;
  const elements = [inside.body, ...inside.body.querySelectorAll('*')];
  if (elements.length > MOST) return;
  // Everything is read before anything is written, so that styles are computed once.
  const seen = elements.map((each) => read(view.getComputedStyle(each)));
  const grounds = new Map();
  const changes = elements.map((each, i) => {
    const under = each === inside.body ? { colour: SURFACE, kept: false } : (grounds.get(each.parentElement) ?? { colour: SURFACE, kept: false });
    const { ground, change } = adapted(seen[i], under, each === inside.body);
    grounds.set(each, ground);
    return change;
  });
  elements.forEach((each, i) => Object.entries(changes[i]).forEach(([name, value]) => each.style.setProperty(name, value, 'important')));
  inside.documentElement.style.background = css(SURFACE);
  inside.body.classList.add('dark');
}

function read(style) {
  return {
    ground: rgba(style.backgroundColor), text: rgba(style.color), painted: style.backgroundImage !== 'none',
    borders: SIDES.filter((side) => style[`border${side}Width`] !== '0px').map((side) => [side.toLowerCase(), rgba(style[`border${side}Color`])]),
  };
}

/** @param under what is behind the element: its colour, and whether that is as it was sent */
function adapted({ ground, text, painted, borders }, under, root) {
  const change = {};
  let here = under;
  if (painted) {
    // Who sees through a picture knows nothing of it: it keeps its ground, and the texts on it their colours.
    here = { colour: ground[3] > 0.5 ? ground : under.colour, kept: true };
  } else if (root || ground[3] > 0) {
    const colour = root ? SURFACE : darkened(ground);
    if (root || colour !== ground) change['background-color'] = css(colour);
    here = { colour: over(colour, under.colour), kept: false };
  }
  const wanted = here.kept ? text : legible(over(text, here.colour), here.colour);
  // On another ground it is not to be inherited from what was adapted to the one around.
  if (here !== under || !same(wanted, text)) change.color = css(wanted);
  for (const [side, colour] of borders) if (!here.kept && luminance(colour) > 0.4) change[`border-${side}-color`] = css(dimmed(colour));
  return { ground: here, change };
}

/** A light ground as a dark one of the same hue; strong colours, as of buttons, and dark ones stay. */
function darkened(colour) {
  const [hue, saturation, lightness] = hsl(colour);
  if (luminance(colour) < 0.18 || (saturation > 0.5 && lightness > 0.25 && lightness < 0.7)) return colour;
  if (lightness > 0.97 && saturation < 0.5) return [...SURFACE.slice(0, 3), colour[3]];
  return [...rgb(hue, saturation * 0.5, 0.16 + (1 - lightness) * 0.3), colour[3]];
}

/** The text's colour, or the next one of its hue that can be read. */
function legible(text, ground) {
  if (contrast(text, ground) >= CONTRAST) return text;
  const [hue, saturation, lightness] = hsl(text);
  const onDark = contrast([255, 255, 255], ground) >= CONTRAST;
  let light = onDark ? Math.max(lightness, 1 - lightness) : Math.min(lightness, 1 - lightness);
  for (; light >= 0 && light <= 1; light += onDark ? 0.03 : -0.03) {
    const tried = [...rgb(hue, saturation * 0.9, light), 1];
    if (contrast(tried, ground) >= CONTRAST) return tried;
  }
  return onDark ? [255, 255, 255, 1] : [0, 0, 0, 1];
}

function dimmed(colour) {
  const [hue, saturation] = hsl(colour);
  return [...rgb(hue, saturation * 0.4, 0.3), colour[3]];
}

// Colours ----------------------------------------------------------------------------------------------------------

function rgba(text) {
  const numbers = (text.match(/[\d.]+/g) ?? []).map(Number);
  const scale = text.startsWith('color(') ? 255 : 1;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return [red * scale, green * scale, blue * scale, alpha];
}

const css = ([red, green, blue, alpha = 1]) => `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)} / ${alpha})`;
const same = (one, other) => one.every((each, i) => Math.abs(each - other[i]) < 0.5);

/** A colour that is partly seen through, on another one. */
function over(colour, under) {
  const [, , , alpha] = colour;
  return alpha >= 1 ? colour : [...colour.slice(0, 3).map((each, i) => each * alpha + under[i] * (1 - alpha)), 1];
}

/** Relative luminance, as WCAG defines it. */
function luminance(colour) {
  const [red, green, blue] = colour.slice(0, 3).map((each) => each / 255).map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (low + 0.05);
}

/** Hue in degrees; saturation and lightness from 0 to 1 (CSS Color 4, section 7). */
function hsl(colour) {
  const [red, green, blue] = colour.map((each) => each / 255);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const spread = most - least;
  if (!spread) return [0, 0, lightness];
  const saturation = (most - lightness) / Math.min(lightness, 1 - lightness);
  const turn = most === red ? (green - blue) / spread : most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  return [((turn + 6) % 6) * 60, saturation, lightness];
}

function rgb(hue, saturation, lightness) {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((n) => {
    const k = (n + hue / 30) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  });
}
