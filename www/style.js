// @ts-check
/** The element's style sheet: what is seen at first. Tokens can be set by a page: `nut-graf { --nut-graf-blue: … }`. */

// `!important`: a page that resets everything would come before what is said of a host here.
const TOKENS = `
:host {
  --n-paper: var(--nut-graf-paper, transparent); --n-ink: var(--nut-graf-ink, light-dark(#1a1a16, #ecebe3));
  --n-ink-2: var(--nut-graf-ink-2, light-dark(#57554c, #b7b5a9)); --n-line: light-dark(#dcd9cd, #3a3932);
  --n-edge: light-dark(#868377, #7f7d70); --n-blue: var(--nut-graf-blue, light-dark(#1c4f94, #93bdf2));
  --n-serif: var(--nut-graf-serif, Charter, "Bitstream Charter", "Sitka Text", Georgia, "Times New Roman", serif);
  --n-sans: var(--nut-graf-sans, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Arial, sans-serif);
  --n-note: .8125rem; --n-ui: .9375rem; --n-read: 1.125rem; --n-lead: 1.5rem; --n-text: 1.0625rem;
  --n-on-blue: light-dark(#fdfcf8, #161612);
  display: block !important; min-inline-size: min(15rem, 100%) !important;
}
:host([hidden]) { display: none !important; }
@media (max-width: 35em) { :host { --n-lead: 1.3125rem; } }
`;

const BASE = `
*, ::before, ::after { box-sizing: border-box; }
:is(h1, h2, h3, h4, h5, p, ul, ol, dl, dd, table) { margin: 0; padding: 0; } ul, ol { list-style: none; }
a { color: var(--n-blue); text-decoration-thickness: 1px; text-underline-offset: .2em; }
:focus-visible { outline: 2px solid var(--n-blue); outline-offset: 2px; } [hidden] { display: none !important; }
.vh {
  position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  margin: 0; appearance: none;
}
.page {
  all: initial; color-scheme: inherit; visibility: inherit; display: block; container: page / inline-size;
  direction: ltr; color: var(--n-ink); background: var(--n-paper); font: var(--n-ui)/1.5 var(--n-sans);
  text-align: start; font-variant-numeric: lining-nums tabular-nums; overflow-wrap: break-word;
}
.w { font-family: var(--n-serif); color: var(--n-ink-2); } .f { color: var(--n-ink); }
.ins { color: inherit; text-decoration: none; } .ins i { font: 500 .95em var(--n-sans); color: var(--n-blue); }
.cut {
  font-family: var(--n-sans); font-weight: 700; color: var(--n-blue); text-decoration: none; padding-inline: .12em;
}
.hg { text-decoration: underline dotted 2px var(--n-blue); text-underline-offset: .22em; }
.ref {
  font: 500 var(--n-note)/1.25 var(--n-sans); white-space: nowrap; text-decoration: none; padding: .2em .1em .05em;
  border-block-end: 1px solid currentColor;
}
.note { font: var(--n-note)/1.45 var(--n-sans); color: var(--n-ink-2); }
.cert { font: 600 var(--n-note)/1.45 var(--n-sans); color: var(--n-ink); }
.tb {
  font: 500 .875rem/1.2 var(--n-sans); color: var(--n-blue); background: none; border: 0; padding: .45rem 0;
  min-block-size: 1.75rem; cursor: pointer; text-align: start;
}
`;

const FRAME = `
.bar {
  border-block-start: 4px solid var(--n-ink); border-block-end: 1px solid var(--n-ink); background: var(--n-paper);
  display: flex; align-items: center; gap: 0 1.5rem; min-block-size: 3.25rem; z-index: 5;
}
.brand { font: 700 1.375rem/1 var(--n-serif); letter-spacing: -.01em; margin-block-end: .1rem; }
.do { margin-inline-start: auto; display: flex; align-items: center; gap: 1rem; }
.pitch {
  font-size: var(--n-ui); line-height: 1.45; color: var(--n-ink-2); padding-block: .6rem;
  border-block-end: 1px solid var(--n-line); text-wrap: pretty;
}
.pitch strong { color: var(--n-ink); font-weight: 600; }
.pitch .tb {
  font: inherit; padding: 0; min-block-size: 0; text-decoration: underline 1px; text-underline-offset: .2em;
}
.head { padding-block: .6rem .7rem; }
.alone :is(.head, .tabs), .busy :is(.head, .tabs, .cols), .page:not(.whole) .foot, .page:not(.busy) .wait {
  display: none !important;
}
.hed { font: 700 clamp(1.5rem, 4.5cqi, 2rem)/1.14 var(--n-serif); letter-spacing: -.014em; text-wrap: balance; }
.tabs { visibility: hidden; block-size: calc(2.75rem + 2px); }
.cols { display: grid; grid-template-columns: minmax(0, 1fr); padding-block: 1.1rem 2rem; }
.sum, .wait { min-inline-size: 0; container: sum / inline-size; } .sum > * { scroll-margin-block-start: 4rem; }
.story { min-inline-size: 0; display: none; }
.alone .cols { padding-block-end: .5rem; }
.read {
  font: 400 var(--n-read)/1.8 var(--n-serif); padding-inline-start: 1.75rem; max-inline-size: 33.25rem;
  padding-block-end: 1.5rem; overflow-x: clip;
}
.read p { position: relative; text-wrap: pretty; white-space: pre-line; } .read p + p { margin-block-start: .9rem; }
.wide:not(.stopped) .wait { min-block-size: 100vh; }
.waiting { max-inline-size: 36rem; margin-inline: auto; padding-block-start: 1rem; }
@container page (min-width: 56rem) {
  .head {
    display: flex; flex-direction: row-reverse; justify-content: space-between; align-items: baseline; gap: 2rem;
  }
  .hed { font-size: clamp(1.5rem, 2.9cqi, 2rem); } .tabs { display: none; }
  .wide .cols {
    grid-template-columns: minmax(0, 1fr) minmax(0, min(35.5rem, 44.4cqi));
    border-block-start: 2px solid var(--n-ink); padding-block-start: 0; --n-mid: clamp(1.25rem, 2.8cqi, 2.25rem);
  }
  .wide .sum { padding: 1.1rem var(--n-mid) 0 0; }
}
@media (max-width: 35em) {
  .bar { min-block-size: 2.875rem; } .pitch { font-size: var(--n-note); padding-block: .4rem; }
  .head { padding-block: .4rem .6rem; } .read { padding-inline-start: 1.35rem; } .cols { padding-block-start: .8rem; }
}
`;

const TOP = `
.top { padding-block-end: .8rem; position: relative; }
.lead { font-size: var(--n-lead); line-height: 1.3; letter-spacing: -.006em; text-wrap: pretty; }
.meta { font-size: var(--n-note); line-height: 1.5; color: var(--n-ink-2); margin-block-start: .4rem; }
.meta .w { color: var(--n-ink); }
.ws {
  display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .3rem 2rem;
  border-block-start: 1px solid var(--n-line); padding-block: .7rem 1.15rem; font-size: 1rem; line-height: 1.4;
}
.ws > div {
  display: grid; grid-template-columns: 3rem minmax(0, 1fr); gap: 0 .5rem; align-items: baseline; grid-column: 1;
}
.ws > :is(.why, .how), .ws:not(:has(.when, .where)) > div { grid-column: 1 / -1; }
.ws > :is(.when, .where) { grid-column: 2; max-inline-size: 16rem; } .ws > :is(.when, .who) { grid-row: 1; }
.ws > :is(.where, .what) { grid-row: 2; } .ws dt { font: 600 var(--n-note)/1.4 var(--n-sans); }
@container sum (max-width: 35.99rem) {
  .ws { grid-template-columns: minmax(0, 1fr); gap: .2rem 1.25rem; font-size: var(--n-ui); }
  .ws > div { grid-column: 1 !important; grid-row: auto !important; max-inline-size: none !important; }
}
`;

const COMPACT = `
.page:has(> .nh) { border-block-start: 2px solid currentColor; padding-block-start: .45rem; }
.nh { font: 600 var(--n-note)/1.4 var(--n-sans); } .compact .top { padding-block-end: .2rem; }
.compact .lead { font-size: 1.25rem; margin-block-start: .3rem; } .compact .cols { padding-block: 0; }
`;

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/** Gives a tree these looks too, in a sheet that all elements share. @param {ShadowRoot} root @param {string} looks */
export function wear(root, looks) {
  let sheet = sheets.get(looks);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(looks);
    sheets.set(looks, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

export const FIRST = TOKENS + BASE + FRAME + TOP + COMPACT;
