// The lines between the panes: dragged by the pointer or moved by the arrow keys, remembered in this browser.

const KEY = 'oriel.panes';

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

export function listenToSplitters() {
  const sizes = remembered();
  for (const splitter of document.querySelectorAll('.splitter')) {
    const { variable } = splitter.dataset;
    const set = (width) => {
      const within = Math.round(Math.min(Math.max(width, Number(splitter.ariaValueMin)), Number(splitter.ariaValueMax)));
      splitter.ariaValueNow = within;
      document.documentElement.style.setProperty(variable, within + 'px');
      sizes[variable] = within;
      localStorage.setItem(KEY, JSON.stringify(sizes));
    };
    if (sizes[variable]) set(sizes[variable]);
    splitter.addEventListener('pointerdown', (event) => {
      splitter.setPointerCapture(event.pointerId);
      const start = splitter.parentElement.offsetWidth - event.clientX;
      splitter.onpointermove = (move) => set(start + move.clientX);
      splitter.onpointerup = () => (splitter.onpointermove = null);
    });
    splitter.addEventListener('keydown', (event) => {
      const by = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
      if (by) set(splitter.parentElement.offsetWidth + by);
    });
  }
}
