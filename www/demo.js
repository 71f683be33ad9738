// The demonstration's own script, no part of the product: it moves every widget on the page to a day of 2025,
// and lends them a reader and an agency. The address keeps the choice: /?at=2025-03-15&audience=business

const FIRST = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;

const widgets = document.querySelectorAll('loa-message, loa-guide, loa-progress, loa-roadmap');
const [day, date, today, audience, actor] = ['day', 'date', 'today', 'audience', 'actor'].map((name) => document.getElementById(`demo-${name}`));

const iso = (index) => new Date(FIRST + index * DAY).toISOString().slice(0, 10);
const vietnamese = (text) => text.split('-').reverse().map(Number).join('/');

const give = (attribute, value) => {
  for (const widget of widgets) value ? widget.setAttribute(attribute, value) : widget.removeAttribute(attribute);
  const address = new URL(location);
  value ? address.searchParams.set(attribute, value) : address.searchParams.delete(attribute);
  history.replaceState(null, '', address);
};

// Without a date the widgets ask the clock themselves, as they do on a real portal.
const show = (at) => {
  date.textContent = at ? vietnamese(at) : 'hôm nay';
  day.setAttribute('aria-valuetext', at ? `ngày ${vietnamese(at)}` : 'hôm nay');
  today.setAttribute('aria-pressed', String(!at));
  give('at', at);
};

day.addEventListener('input', () => show(iso(day.valueAsNumber)));
today.addEventListener('click', () => show(''));
for (const [select, attribute] of [[audience, 'audience'], [actor, 'actor']]) {
  select.addEventListener('change', () => give(attribute, select.value));
}

const asked = new URLSearchParams(location.search);
for (const [select, attribute] of [[audience, 'audience'], [actor, 'actor']]) {
  select.value = asked.get(attribute) ?? '';
  give(attribute, select.value);
}
const index = (Date.parse(asked.get('at')) - FIRST) / DAY;
const known = Number.isInteger(index) && index >= 0 && index <= Number(day.max);
day.value = known ? index : 180;
show(known ? iso(index) : '');
