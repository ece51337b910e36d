// Menus are <details data-menu>: they open and close without any program. Here they also close on Escape, when one goes
// elsewhere, and when one follows a link in them.

const open = () => [...document.querySelectorAll('details[data-menu][open]')];

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of open()) {
    const within = menu.contains(document.activeElement);
    menu.open = false;
    if (within) menu.querySelector('summary').focus();
  }
});

document.addEventListener('click', event => {
  for (const menu of open())
    if (!menu.contains(event.target) || event.target.closest('a')) menu.open = false;
});

document.addEventListener('focusin', event => {
  for (const menu of open())
    if (!menu.contains(event.target)) menu.open = false;
});
