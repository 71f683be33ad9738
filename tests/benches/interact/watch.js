// Runs before a page's own scripts: notes how long the page takes to answer a person, and what the module asks for.
(() => {
  const bench = { worst: {}, instances: 0, memories: [], calls: 0, names: {} };
  self.bench = bench;
  // One press is several events with one number; the slowest of them is what the person waits for.
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId) bench.worst[interactionId] = Math.max(bench.worst[interactionId] ?? 0, duration);
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });

  // The glue's own names are numbers; what a function does says more.
  const readable = (name, given) =>
    (/instanceof \w+|(?:Object|Reflect|Date)\.\w+|\.[A-Za-z]\w*/.exec(String(given)) ?? [name])[0].replace(/^\./, '');
  const counted = (imports) => Object.fromEntries(Object.entries(imports ?? {}).map(([module, given]) => [
    module,
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typeof value !== 'function' ? value : (...values) => {
      const does = readable(name, value);
      bench.calls += 1;
      bench.names[does] = (bench.names[does] ?? 0) + 1;
      return value(...values);
    }])),
  ]));
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = (code, imports) => {
      const made = real.call(WebAssembly, code, self.benchCounts ? counted(imports) : imports);
      made.then((result) => {
        bench.instances += 1;
        bench.memories.push((result.instance ?? result).exports.memory);
      }, () => 0);
      return made;
    };
  }
})();
