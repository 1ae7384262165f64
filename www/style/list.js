// @ts-check
/** Looks of the list of lines, and of the modes that a reader may be in: other contrasts, less motion, paper. */
export const LIST = `
:host {
  --n-raise: var(--nut-graf-raise, light-dark(rgb(26 26 22 / .05), rgb(236 235 227 / .06)));
  --n-wash: var(--nut-graf-wash, light-dark(#e3ecf7, #1e2e45));
  --n-dim: var(--nut-graf-dim, light-dark(#716e64, #929084)); --n-pencil: light-dark(#868378, #838174);
  --n-still: light-dark(#d2cfc3, #45443d); --n-label: .65rem; --n-fig: 1.75rem;
  --n-top: var(--nut-graf-top, 0px);
}
.page { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
@media (max-width: 35em) { :host { --n-fig: 1.5rem; } }
.ins:hover { text-decoration: underline; text-decoration-color: var(--n-blue); text-underline-offset: .22em; }
.ref:hover { background: var(--n-wash); }
.tb:hover { text-decoration: underline; text-underline-offset: .2em; }
.jump { display: none; gap: 1.1rem; font-size: .875rem; } .jump a { text-decoration: none; padding-block: .5rem; }
.jump a:hover { text-decoration: underline; }
.foot {
  border-block-start: 1px solid var(--n-ink); padding-block: .8rem 1rem; font-size: var(--n-note);
  color: var(--n-ink-2);
}
.page:has(> .nh) .foot {
  font-size: .75rem; line-height: 1.4; border-block-start-color: var(--n-line); padding-block: .35rem;
}
@container page (min-width: 56rem) { .jump { display: flex; } .kick { flex: none; } }
.hit { background: var(--n-wash); box-shadow: 0 .1em 0 var(--n-blue); }
.nm {
  font: inherit; font-family: var(--n-serif); font-weight: inherit; color: var(--n-ink); background: none; border: 0;
  padding: .1em 0; min-block-size: 1.5rem; min-inline-size: 1.5rem; text-align: start; cursor: pointer;
}
.nm:hover { color: var(--n-blue); text-decoration: underline; text-underline-offset: .2em; }
.live ::slotted(*) {
  margin: 0; padding-block: .6rem; font-size: var(--n-note); border-block-end: 1px solid var(--n-line);
}
.lh {
  background: var(--n-paper); border-block-start: 2px solid var(--n-ink); padding-block: .6rem .45rem; display: flex;
  align-items: stretch; justify-content: space-between; gap: .5rem .75rem; z-index: 3;
}
.seg { display: flex; border: 1px solid var(--n-edge); border-radius: 2px; }
.seg label {
  display: grid; place-items: center; white-space: nowrap; padding: .1rem clamp(.4rem, 1.6cqi, .62rem);
  min-block-size: 2.125rem; font-size: .875rem; line-height: 1.15; text-align: center; color: var(--n-blue);
  cursor: pointer;
}
.seg label + input + label { border-inline-start: 1px solid var(--n-line); }
.seg label:hover { background: var(--n-raise); } .seg b { font-weight: 400; color: var(--n-ink-2); }
.seg input:checked + label {
  color: var(--n-ink); font-weight: 600; background: var(--n-wash); box-shadow: inset 0 -2px 0 var(--n-blue);
}
.seg input:focus-visible + label { outline: 2px solid var(--n-blue); outline-offset: 2px; }
.find {
  font: .875rem/1.2 var(--n-sans); color: var(--n-ink); background: transparent; border: 1px solid var(--n-edge);
  border-radius: 2px; padding: .1rem .6rem; flex: 1 1 5rem; min-inline-size: 0; min-block-size: 2.25rem;
}
.find::placeholder { color: var(--n-ink-2); opacity: 1; } .filter { padding-block: .2rem .5rem; }
.filter .w { color: var(--n-ink); font-size: var(--n-text); } .lines { display: flex; flex-direction: column; }
.lines > li {
  display: grid; grid-template-columns: 2.25rem 7.25rem minmax(0, 1fr); gap: 0 .5rem; align-items: baseline;
  padding-block: .42rem .48rem; border-block-start: 1px solid var(--n-line); position: relative; isolation: isolate;
  cursor: pointer;
}
.lines > li:first-child, .lines > .g + li { border-block-start-color: transparent; }
.line::before { content: ""; position: absolute; inset: 0 calc(-1 * var(--nut-graf-bleed, 0px)); z-index: -1; }
.lines > .line:hover::before { background: var(--n-raise); }
.lines .p a {
  display: inline-block; font: 500 var(--n-note)/1.4 var(--n-sans); min-inline-size: 1.5rem; border: 0;
  padding-block: .2rem;
}
.lines .k { font-size: var(--n-note); line-height: 1.4; color: var(--n-ink-2); overflow-wrap: anywhere; }
.lines .k > * { display: block; }
.lines .w { font-size: var(--n-text); line-height: 1.4; text-wrap: pretty; max-inline-size: 34rem; }
.lines .tm { font: 700 var(--n-ui)/1.3 var(--n-serif); color: var(--n-ink); }
.lines .up { font: var(--n-note)/1.4 var(--n-sans); color: var(--n-ink-2); }
.lines > .g { display: block; border-block-start: 1px solid var(--n-ink); padding-block: .55rem .4rem; cursor: auto; }
.g > * { font: 600 var(--n-ui)/1.3 var(--n-sans); } .g :is(.w, .nm) { font-weight: 700; color: var(--n-ink); }
.g small { font: var(--n-note) var(--n-sans); color: var(--n-ink-2); } .rest:empty { display: none; }
@container sum (max-width: 35.99rem) {
  .lines > .line { grid-template-columns: auto minmax(0, 1fr); column-gap: .3rem; } .lines .k > * { display: inline; }
  .lines .k > * + *::before { content: " · "; font-weight: 400; white-space: pre; } .lines .w { grid-column: 1 / -1; }
  .lines .up { grid-column: 2; }
}
@container sum (max-width: 31.99rem) {
  .lh {
    display: grid; grid-template: repeat(2, minmax(2.375rem, auto)) / repeat(3, minmax(0, 1fr)); gap: 0;
    position: static !important;
  }
  .seg { display: grid; grid-template: subgrid / subgrid; grid-area: 1 / 1 / 3 / 4; }
  .seg label {
    font-size: var(--n-note); padding-inline: .2rem; min-block-size: 0; border: 0 !important; white-space: normal;
  }
  .seg label:nth-of-type(3n + 2), .seg label:nth-of-type(3n) {
    border-inline-start: 1px solid var(--n-line) !important;
  }
  .seg label:nth-of-type(n + 4), .seg::after { border-block-start: 1px solid var(--n-line) !important; }
  .seg::after { content: ""; border-inline-start: 1px solid var(--n-line); }
  .find { margin: 2px 1px 1px; border: 0; min-block-size: 0; font-size: var(--n-note); }
  .find, .seg::after { grid-area: 2 / var(--n-cell, 1) / 3 / 4; } .lh:has(label:nth-of-type(4)) { --n-cell: 2; }
  .lh:has(label:nth-of-type(5)) { --n-cell: 3; }
}
.compact .lh { display: none; } .compact .lines > .line { display: block; padding-block: .45rem; }
.compact .lines > .line > *, .compact .lines .k > * { display: inline; } .compact .lines .w { font-size: 1rem; }
.compact .line:not(.written) .so { display: none !important; } .compact .lines .p { margin-inline-start: .35em; }
.compact .lines > li:not(:first-child) { border-block-start-color: var(--n-line); }
.compact .rest { border-block-start: 1px solid var(--n-line); }
@container sum (max-width: 20rem) {
  .compact .lead { font-size: 1.125rem; } .compact .lines .w { font-size: var(--n-ui); }
}
@media (prefers-contrast: more) {
  :host {
    --n-ink-2: var(--n-ink); --n-dim: var(--n-ink); --n-line: var(--n-edge); --n-pencil: var(--n-ink);
    --n-still: var(--n-pencil);
  }
}
@media (forced-colors: active) {
  :host {
    --n-paper: Canvas; --n-raise: Canvas; --n-ink: CanvasText; --n-ink-2: CanvasText; --n-dim: CanvasText;
    --n-line: CanvasText; --n-edge: CanvasText; --n-pencil: CanvasText; --n-still: CanvasText; --n-blue: LinkText;
    --n-wash: Canvas; --n-on-blue: Canvas;
  }
}
:host([sticky]) .bar { position: sticky; inset-block-start: var(--n-top); }
:host([sticky]) .lh { position: sticky; inset-block-start: calc(3.125rem + var(--n-top)); }
:host([sticky]) .sum > * { scroll-margin-block-start: 7.5rem; }
@container page (max-width: 55.99rem) { :host([sticky]) .wide .bar { position: static; } }
@media (prefers-reduced-motion: no-preference) {
  .story { scroll-behavior: smooth; } .line::before { transition: background-color .12s linear; }
}
@media (forced-colors: active) {
  .seg input:checked + label, .hit {
    background: Highlight; color: HighlightText; forced-color-adjust: none;
  }
  .seg input:checked + label b { color: inherit; }
  .btn.main { border-width: 2px; color: ButtonText; background: ButtonFace; }
}
@media print {
  :host { color-scheme: light; --n-paper: #fff; --n-lead: 15pt; --n-text: 10pt; --n-read: 10.5pt; --n-fig: 15pt; }
  .jump, .do, .tabs, .lh, .more, .rest, .kick, .pitch .tb, .state { display: none !important; }
  .page { font-size: 9.5pt; } .hed { font-size: 18pt; } .pitch { font-size: 8.5pt; padding-block: 3pt; }
  .head { padding-block: 6pt 3pt; } .bar { position: static !important; min-block-size: 0; padding-block: 4pt; }
  .cols { display: block !important; padding: 0 !important; border: 0 !important; }
  .sum { display: block !important; padding: 0 !important; }
  .story { display: none !important; padding: 0 !important; }
  :host([print-article]) .story { display: block !important; }
  .story {
    position: static !important; max-block-size: none !important; overflow: visible !important; border: 0 !important;
    border-block-start: 2px solid var(--n-ink) !important; margin-block-start: 12pt;
  }
  .ws { font-size: 10pt; padding-block: 4pt 6pt; } .lines { border-block-start: 2px solid var(--n-ink); }
  .lines > li { padding-block: 3pt 4pt; break-inside: avoid; } .lines .w, .read { max-inline-size: none; }
  .read { line-height: 1.5; } .page * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; }
}
`;
