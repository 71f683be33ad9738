// The same guide made by hand for one page: no library.
import './row.css';
import { ready } from './ready.js';
import { row } from './row.js';

const host = document.querySelector('.row');
const controls = host.querySelector('nav');
const steps = row(host);
let at = 0;

const button = (part, sign, label, by) => {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: part, textContent: sign, ariaLabel: label });
  made.addEventListener('click', () => go(at + by));
  return made;
};
const previous = button('previous', '‹', 'Bước trước', -1);
const next = button('next', '›', 'Bước sau', 1);
const position = document.createElement('p');

const go = (step) => {
  if (step < 0 || step >= steps.of) return;
  at = step;
  steps.show(at);
  position.textContent = `Bước ${at + 1}/${steps.of}`;
  previous.setAttribute('aria-disabled', at === 0);
  next.setAttribute('aria-disabled', at === steps.of - 1);
};

steps.onScrolled((step) => step !== at && go(step));
controls.replaceChildren(previous, position, next);
go(0);
ready();
