// The same guide with Preact: the steps stay the page's, Preact draws the controls.
import { h, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import './row.css';
import { ready } from './ready.js';
import { row } from './row.js';

const host = document.querySelector('.row');
const controls = host.querySelector('nav');
const steps = row(host);

const Controls = () => {
  const [at, setAt] = useState(0);
  const go = (step) => () => step >= 0 && step < steps.of && setAt(step);
  useEffect(() => {
    steps.onScrolled(setAt);
    ready();
  }, []);
  useEffect(() => steps.show(at), [at]);
  return [
    h('button', { type: 'button', class: 'previous', onClick: go(at - 1), 'aria-label': 'Bước trước', 'aria-disabled': at === 0 }, '‹'),
    h('p', {}, `Bước ${at + 1}/${steps.of}`),
    h('button', { type: 'button', class: 'next', onClick: go(at + 1), 'aria-label': 'Bước sau', 'aria-disabled': at === steps.of - 1 }, '›'),
  ];
};

controls.replaceChildren();
render(h(Controls), controls);
