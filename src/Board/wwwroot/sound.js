// A short tone of two notes, made here. Off unless somebody has switched it on in this browser, and never before somebody has
// touched the page: browsers let nothing be heard until then.

const place = 'workorders.sound';
let context = null;

export function isOn() {
  try {
    return localStorage.getItem(place) === 'on';
  } catch {
    return false;
  }
}

export function turn(on) {
  try {
    if (on) localStorage.setItem(place, 'on');
    else localStorage.removeItem(place);
  } catch {
    // a browser that keeps nothing is silent
  }
  if (on) play();
}

export function play() {
  if (!isOn() || navigator.userActivation?.hasBeenActive === false) return;
  context ??= new AudioContext();
  context.resume().then(() => {
    note(880, 0);
    note(1175, .16);
  }, () => {});
}

function note(frequency, after) {
  const begins = context.currentTime + after;
  const tone = new OscillatorNode(context, { frequency, type: 'sine' });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, begins);
  volume.gain.linearRampToValueAtTime(.2, begins + .02);
  volume.gain.exponentialRampToValueAtTime(.001, begins + .3);
  tone.connect(volume).connect(context.destination);
  tone.start(begins);
  tone.stop(begins + .32);
}
