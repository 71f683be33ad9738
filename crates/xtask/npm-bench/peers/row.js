// What both hand-made pages do with the steps, as our guide does: one in reach, scrolled to, ticks kept on the device.
export const row = (host) => {
  const list = host.querySelector('ol');
  const steps = [...list.children];
  const ticks = [...host.querySelectorAll('input[type=checkbox]')];
  const key = `dau:${location.pathname}`;
  const kept = localStorage.getItem(key) || '';
  ticks.forEach((tick, i) => { tick.checked = kept[i] === '1'; });
  host.addEventListener('change', () => localStorage.setItem(key, ticks.map((tick) => Number(tick.checked)).join('')));
  return {
    of: steps.length,
    show(step) {
      steps.forEach((other, i) => { other.inert = i !== step; });
      list.scrollTo({ left: steps[step].offsetLeft - steps[0].offsetLeft, behavior: 'instant' });
    },
    onScrolled(tell) {
      list.addEventListener('scroll', () => tell(Math.round(list.scrollLeft / (list.clientWidth || 1))));
    },
  };
};
