// Runs before a page's own scripts, past its policy, and costs no request: notes what the page does while it loads.
(() => {
  const bench = { ready: new Set(), readyAt: null, shift: 0, long: [], startAt: null, placeAtPaint: null, memories: [] };
  self.bench = bench;
  // Where the first step stands on the page. Content that is given a slot counts as new, so that the browser sees no shift.
  bench.place = () => (document.querySelector('h3')?.getBoundingClientRect().top ?? 0) + scrollY;
  document.addEventListener('loa-ready', ({ target }) => {
    bench.readyAt ??= performance.now();
    bench.ready.add(target);
  });
  const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) bench.shift += value; });
  observe('paint', () => { bench.placeAtPaint ??= bench.place(); });
  observe('longtask', ({ duration }) => bench.long.push(duration));
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = (...values) => {
      bench.startAt ??= performance.now();
      const made = real.apply(WebAssembly, values);
      made.then((result) => bench.memories.push((result.instance ?? result).exports.memory), () => 0);
      return made;
    };
  }
})();
