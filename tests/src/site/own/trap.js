// What a browser reports when a module stops: ours, or another one of the page.
const stopped = (script) => () => {
  const error = Object.assign(new WebAssembly.RuntimeError('unreachable'), { stack: `at ${new URL(script, location)}:1:1` });
  dispatchEvent(new ErrorEvent('error', { error }));
};
addEventListener('our-trap', stopped('/loa/hanoi-2025/loa-widgets.js'));
addEventListener('other-trap', stopped('https://ban-do.vn/map.js'));
