// A page that sets a property before the loader has defined the tag.
document.addEventListener('DOMContentLoaded', () => {
  for (const host of document.querySelectorAll('loa-roadmap')) host.at = '2025-07-01';
});
