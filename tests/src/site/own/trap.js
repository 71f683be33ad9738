// What a browser reports when a module stops, at the page's own wish.
addEventListener('test-trap', ({ detail }) => {
  const error = Object.assign(new WebAssembly.RuntimeError('unreachable'), { stack: `at ${new URL(detail, location)}:1:1` });
  dispatchEvent(new ErrorEvent('error', { error }));
});
