// Watches over the page itself: the clock moves every second as long as the program lives. If it stands still, the page
// says so, and loads itself anew as soon as the server can give a new one.
import { renew } from './page.js';

const everySeconds = 5;
const mayStandStill = 20;
const mayTakeToStart = 60;

let last = clock();
let stillFor = 0;
let started = false;

function clock() {
  return document.getElementById('clock')?.textContent;
}

setInterval(async () => {
  const now = clock();
  if (now === undefined) return; // a page without a clock
  if (now !== last) {
    [last, stillFor, started] = [now, 0, true];
    document.documentElement.classList.remove('frozen');
    return;
  }
  stillFor += everySeconds;
  if (stillFor < (started ? mayStandStill : mayTakeToStart)) return;
  document.documentElement.classList.add('frozen');
  await renew();
}, everySeconds * 1000);
