// Keys of whoever presents: arrows, space and a clicker's Page Up and Down turn over, Escape leaves.
// The links and buttons on the screen do the work, so that keys, clicks and the browser's own Back agree.

const TURNS = {
  ArrowRight: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'back', PageUp: 'back', Escape: 'leave',
};
const STILL_MS = 2500;

// Whoever types, chooses or moves the map keeps their keys.
function isTheirs(event) {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return true;
  const at = event.composedPath()[0];
  if (!at.matches) return false;
  if (event.key === 'Escape') return document.fullscreenElement !== null && !at.matches('body');
  if (at.matches('input, textarea, select, canvas, [contenteditable="true"]')) return true;
  return event.key === ' ' && at.matches('a, button, summary');
}

function turn(event) {
  const way = TURNS[event.key];
  if (!way || isTheirs(event)) return;
  const link = document.querySelector(`.st-key-meeting-${way} :is(a, button)`);
  if (!link) return;
  event.preventDefault();
  link.click();
}

// The controls are seen while the pointer moves or one of them has the focus.
let still = null;
function stir() {
  document.documentElement.dataset.rccStirred = '';
  clearTimeout(still);
  still = setTimeout(() => { delete document.documentElement.dataset.rccStirred; }, STILL_MS);
}

export default function () {
  document.addEventListener('keydown', turn);
  document.addEventListener('pointermove', stir);
  stir();
  return () => {
    document.removeEventListener('keydown', turn);
    document.removeEventListener('pointermove', stir);
  };
}
