// As a page does that fills in properties at once, before the tags are known.
if (customElements.get('loa-roadmap')) throw new Error('the tag is known already');
document.querySelector('loa-roadmap').at = '2025-07-01';
