// Writes down what happens on a page, for the tests to read. It runs before everything else.
(() => {
  const probe = { console: [], errors: [], violations: [], events: [], shifts: [] };
  self.loaProbe = probe;

  const say = (value) => (value instanceof Error ? `${value.name}: ${value.message}` : String(value));
  for (const level of ['error', 'warn', 'log', 'info', 'debug']) {
    const real = console[level];
    console[level] = (...values) => {
      probe.console.push(`${level}: ${values.map(say).join(' ')}`);
      real.apply(console, values);
    };
  }
  addEventListener('error', (event) => {
    const { target } = event;
    probe.errors.push(target === self ? say(event.error || event.message) : `${target.localName} ${target.src || target.href} did not load`);
  }, true);
  addEventListener('unhandledrejection', (event) => probe.errors.push(`rejection: ${say(event.reason)}`));
  document.addEventListener('securitypolicyviolation', (event) => probe.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));

  const names = ['loa-ready', 'loa-error', 'loa-step', 'loa-done', 'loa-tick', 'loa-audience', 'loa-sent', 'loa-waiting', 'loa-rated'];
  for (const name of names) {
    document.addEventListener(name, (event) => {
      probe.events.push({ name, tag: event.target.localName, detail: event.detail ?? null });
      if (name === 'loa-ready') (self.loaReady ??= new WeakSet()).add(event.target);
      if (name === 'loa-error') (self.loaFailed ??= new WeakSet()).add(event.target);
    });
  }
  // Until a page in a frame has loaded, Chromium now and then lays it out without its stylesheets, ours or not; the frame
  // after that shows it with them.
  let loaded = Infinity;
  addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame((now) => { loaded = now; })));
  const place = ({ x, y, width, height }) => `${x},${y} ${width}×${height}`;
  const moved = ({ node, previousRect, currentRect }) => `${node?.nodeName ?? 'gone'} ${place(previousRect)} → ${place(currentRect)}`;
  if (self.PerformanceObserver?.supportedEntryTypes?.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries().filter(({ startTime }) => startTime >= loaded)) {
        probe.shifts.push({ value: entry.value, at: entry.startTime, nodes: entry.sources.map(moved) });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  }
})();
