// @ts-check
/** The element's style sheet: what is seen at first. Tokens are custom properties, so that a page can set them: `nut-graf { --nut-graf-blue: … }`. */

const TOKENS = `
:host {
  color-scheme: light dark;
  --paper: var(--nut-graf-paper, light-dark(#fdfcf8, #161612));
  --raise: var(--nut-graf-raise, light-dark(#f4f2ea, #21211c));
  --ink: var(--nut-graf-ink, light-dark(#1a1a16, #ecebe3));
  --ink-2: var(--nut-graf-ink-2, light-dark(#57554c, #b7b5a9));
  --dim: var(--nut-graf-dim, light-dark(#716e64, #929084));
  --line: light-dark(#dcd9cd, #3a3932);
  --edge: light-dark(#868377, #7f7d70);
  --pencil: light-dark(#868378, #838174);
  --blue: var(--nut-graf-blue, light-dark(#1c4f94, #93bdf2));
  --wash: var(--nut-graf-wash, light-dark(#e3ecf7, #1e2e45));
  --serif: var(--nut-graf-serif, Charter, "Sitka Text", Georgia, Cambria, "Times New Roman", serif);
  --sans: var(--nut-graf-sans, system-ui, sans-serif);
  --gloss: .65rem; --note: .8125rem; --ui: .9375rem; --text: 1.0625rem; --read: 1.125rem; --fig: 1.75rem; --lead: 1.75rem;
  display: block; background: var(--paper); color: var(--ink);
  font: var(--ui)/1.5 var(--sans); font-variant-numeric: lining-nums tabular-nums; text-align: start;
}
:host([hidden]) { display: none; }
@media (prefers-contrast: more) { :host { --ink-2: var(--ink); --dim: var(--ink); --line: var(--edge); --pencil: var(--ink); } }
@media (forced-colors: active) {
  :host { --paper: Canvas; --raise: Canvas; --ink: CanvasText; --ink-2: CanvasText; --dim: CanvasText; --line: CanvasText; --edge: CanvasText; --pencil: CanvasText; --blue: LinkText; --wash: Canvas; }
}
@media (max-width: 35em) { :host { --lead: 1.4375rem; --fig: 1.5rem; } }
`;

const BASE = `
*, ::before { box-sizing: border-box; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, table, fieldset { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--blue); text-decoration-thickness: 1px; text-underline-offset: .2em; }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; scroll-margin-block: 4rem; }
[hidden] { display: none !important; }
.vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.note, .src, .tab, .al, .ty, .key, .iso { font-size: var(--note); line-height: 1.5; color: var(--ink-2); }
.note { max-inline-size: 34rem; }
.ns { font: italic 400 1em/1.5 var(--sans); color: var(--ink-2); }
.w { font-family: var(--serif); }
.page { container: page / inline-size; max-inline-size: 84rem; margin-inline: auto; padding-inline: clamp(1rem, 3.2cqi, 2.5rem); }
@media (min-width: 48rem) { .page.wide { padding-inline: 2.5rem; } }
.btn, .more { font: 500 var(--ui)/1.2 var(--sans); color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 2px; padding: .55rem .9rem; min-block-size: 2.5rem; cursor: pointer; }
.btn:hover, .more:hover { border-color: var(--ink); background: var(--raise); }
.more { margin-block-start: .6rem; min-block-size: 2rem; padding: .3rem .7rem; font-size: var(--note); color: var(--blue); }
.tools { display: flex; flex-wrap: wrap; gap: .5rem; }
`;

const FRAME = `
.mast { border-block-start: 4px solid var(--ink); border-block-end: 1px solid var(--ink); padding-block: .75rem; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; }
.name { font: 700 1.5rem/1.2 var(--serif); letter-spacing: -.01em; }
.by { flex: 1 1 17rem; font-size: .875rem; color: var(--ink-2); text-wrap: balance; }
.by .asked { margin-inline-start: .35rem; font-size: inherit; }
.live ::slotted(*) { margin: 0; padding-block: .6rem; font-size: var(--note); border-block-end: 1px solid var(--line); }
.by strong { color: var(--ink); font-weight: 600; }
.meta { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding-block: .6rem; font-size: var(--note); color: var(--ink-2); border-block-end: 1px solid var(--line); min-block-size: 2.45rem; }
@media (max-width: 35em) { .meta { align-content: start; min-block-size: 4.9rem; } }
.hop { display: grid; grid-template-columns: 1fr 1fr; position: sticky; inset-block-start: 0; z-index: 2; background: var(--paper); border-block-end: 1px solid var(--edge); margin-inline: -1rem; }
.hop a { display: block; text-align: center; padding: .7rem; font-weight: 600; text-decoration: none; }
.hop a + a { border-inline-start: 1px solid var(--line); }
.cols { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.5rem; padding-block: 1.5rem 3rem; }
.facts { min-inline-size: 0; container: facts / inline-size; scroll-margin-block-start: 3.5rem; }
.facts > section { scroll-margin-block-start: 3.5rem; }
.facts > * + * { margin-block-start: 2.5rem; }
.story { min-inline-size: 0; border-block-start: 4px solid var(--ink); padding-block-start: 1rem; scroll-margin-block-start: 3.5rem; position: relative; }
.foot { border-block-start: 1px solid var(--ink); padding-block: .9rem 2rem; font-size: var(--note); color: var(--ink-2); }
.wide .facts.busy { min-block-size: 100vh; }
.alone :is(.story, .hop) { display: none; }
@container page (min-width: 66rem) {
  .hop { display: none; }
  .wide .cols { grid-template-columns: minmax(0, 1fr) minmax(0, 35.5rem); gap: 0; }
  .wide .facts { padding-inline-end: 2.25rem; }
  .story { border-block-start: 0; border-inline-start: 1px solid var(--line); padding: .3rem 1.25rem 1rem 2.25rem; margin-block-start: -.3rem; position: sticky; inset-block-start: 0; align-self: start; max-block-size: 100vh; overflow-y: auto; scroll-margin-block-start: 0; }
}
.h { font: 700 var(--ui)/1.3 var(--sans); border-block-start: 2px solid var(--ink); padding-block: .45rem .6rem; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
.h small { font: 400 var(--note)/1.5 var(--sans); color: var(--ink-2); }
.ref { font: 500 var(--note)/1.2 var(--sans); white-space: nowrap; text-decoration: none; padding: .3em .1em .08em; border-block-end: 1px solid currentColor; }
.ref:hover { background: var(--wash); }
.src { max-inline-size: 36rem; }
.src b, .claims b { font-weight: 500; color: var(--ink); }
.cert { font: 600 var(--note)/1.5 var(--sans); color: var(--ink); }
.cert.sure { font-weight: 400; color: var(--ink-2); }
.hg { text-decoration: underline dotted 2px var(--blue); text-underline-offset: .22em; }
[data-fact]:not(a, button) { cursor: pointer; }
`;

const PARTS = `
.lead { font: 400 var(--lead)/1.28 var(--serif); letter-spacing: -.006em; text-wrap: pretty; color: var(--ink); }
.lead .c, .rows .c, .time .c, .says .c { color: var(--ink-2); }
.claims { margin-block-start: .9rem; display: grid; gap: .2rem; }
.claims li { display: grid; grid-template-columns: 7.25rem minmax(0, 1fr); gap: 0 .75rem; font-size: var(--note); line-height: 1.5; color: var(--ink-2); }
.five dl > div { display: grid; grid-template-columns: 4.25rem minmax(0, 1fr); gap: 0 .75rem; padding-block: .6rem; border-block-start: 1px solid var(--line); }
.five dl > div:first-child { border-block-start: 0; padding-block-start: 0; }
.five dt { font-weight: 600; line-height: 1.6; }
.five dd { grid-column: 2; }
.five .w { font-size: var(--text); line-height: 1.45; display: block; max-inline-size: 33rem; text-wrap: pretty; }
.five .src { display: block; }
@container facts (max-width: 35rem) {
  .claims li { grid-template-columns: minmax(0, 1fr); }
  .claims li + li { margin-block-start: .35rem; }
}
@container facts (max-width: 14rem) {
  .five dl > div { display: block !important; }
  * { overflow-wrap: anywhere; }
}
.btn.asked { border: 0; background: none; padding: 0; min-block-size: 1.5rem; font: 500 var(--note)/1.5 var(--sans); color: var(--blue); text-decoration: underline 1px; text-underline-offset: .2em; }
.read { font: 400 var(--read)/1.8 var(--serif); padding-inline-start: 1.75rem; max-inline-size: 33.5rem; overflow-wrap: break-word; overflow-x: clip; }
.read p { position: relative; text-wrap: pretty; white-space: pre-line; }
.read p + p { margin-block-start: .95rem; }
@media (max-width: 35em) { .read { padding-inline-start: 1.35rem; } }
`;

const MODES = `
@media (prefers-reduced-motion: no-preference) { .story { scroll-behavior: smooth; } }
@media (max-width: 35em) {
  .btn { padding-inline: .7rem; } .mast .tools { inline-size: 100%; } .mast .tools > *, .plate .tools > .btn { flex: 1 1 auto; text-align: center; }
  .by { flex-basis: 100%; }
}
@media print {
  :host { color-scheme: light; --paper: #fff; }
  .tools, .hop, .sw, .step, .more, .bar-ev, .mcard, .asked { display: none !important; }
  .page { padding: 0 !important; max-inline-size: none; } .facts, .story { font-size: 10pt; }
  .cols { display: block !important; } .facts { padding: 0 !important; }
  .story { max-block-size: none !important; overflow: visible !important; position: static !important; break-before: page; margin: 0 !important; border: 0 !important; padding: 0 0 0 1px !important; }
  .rows > li, .who ul > li, .time > li, .nums tr, .pic, .five dl > div { break-inside: avoid; } .h { break-after: avoid; }
  a, button.ref { color: inherit !important; } .read { font-size: 11.5pt; max-inline-size: none; }
}
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

export const FIRST = TOKENS + BASE + FRAME + PARTS + MODES;
