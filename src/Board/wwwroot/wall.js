// What a wall needs of the document: its scale and light, a screen that stays awake, and the keys of remote controls.

const keys = {
  ArrowRight: 'Next', MediaTrackNext: 'Next', MediaFastForward: 'Next', ChannelUp: 'Next', PageDown: 'Next',
  ArrowLeft: 'Previous', MediaTrackPrevious: 'Previous', MediaRewind: 'Previous', ChannelDown: 'Previous', PageUp: 'Previous',
  ArrowUp: 'Larger', '+': 'Larger', ArrowDown: 'Smaller', '-': 'Smaller',
  Enter: 'Toggle', ' ': 'Toggle', Accept: 'Toggle', Select: 'Toggle', MediaPlayPause: 'Toggle',
  MediaPlay: 'Play', MediaPause: 'Pause', MediaStop: 'Pause',
  Escape: 'Back', Backspace: 'Back', GoBack: 'Back', BrowserBack: 'Back', Exit: 'Back',
};
// a press of these belongs to the button that has the focus
const pressing = ['Enter', ' ', 'Accept', 'Select'];
const idleAfter = 5_000;

const root = document.documentElement;
const wall = () => document.querySelector('main.wall');
const isKiosk = () => wall()?.classList.contains('kiosk') ?? false;
let remote = null;
let idle;

export function listen(dotnet) {
  remote = dotnet;
}

// through the object model, which a strict content security policy allows; what stands in the document has no style of its own
function fit() {
  const { scale = '100', dim = '100' } = wall()?.dataset ?? {};
  root.style.setProperty('--scale', Number(scale) / 100);
  root.style.setProperty('--dim', Number(dim) / 100);
}

function touched(pointer) {
  if (!pointer || !isKiosk()) root.classList.remove('idle');
  clearTimeout(idle);
  idle = setTimeout(() => root.classList.add('idle'), idleAfter);
}

function fill() {
  if (!document.fullscreenElement) root.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {});
}

async function stayAwake() {
  if (document.visibilityState !== 'visible') return;
  try {
    await navigator.wakeLock?.request('screen');
  } catch {
    // a battery that runs low, or a screen that has no such thing: it does what it is set to
  }
}

document.addEventListener('keydown', event => {
  touched(false);
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (isKiosk()) fill(); // browsers ask for somebody's hand first
  if (event.key === 'f' || event.key === 'F') return document.fullscreenElement ? document.exitFullscreen() : fill();
  const key = keys[event.key];
  if (!key || (pressing.includes(event.key) && event.target.closest?.('button, a'))) return;
  if (key === 'Back' && !document.querySelector('.notice') && document.fullscreenElement && !isKiosk()) document.exitFullscreen();
  event.preventDefault(); // a wall doesn't scroll, and does not go back to where it came from
  remote?.invokeMethodAsync('Press', key);
});

document.addEventListener('pointermove', () => touched(true));
document.addEventListener('pointerdown', () => {
  touched(true);
  if (isKiosk()) fill();
});
document.addEventListener('visibilitychange', stayAwake);

fit();
// from whatever draws it: the server first, the program then
new MutationObserver(fit).observe(document.body ?? root, { subtree: true, childList: true, attributeFilter: ['data-scale', 'data-dim'] });
touched(true);
stayAwake();
