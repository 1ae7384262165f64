// @ts-check
/** Looks of an article that the element draws: beside the summary, or behind a tab. */
import { UNDERLINES } from "../mentions.js";

const FAMILIES = Object.entries(UNDERLINES).map(
  ([on, line]) => `:is(.on-${on} mark.m, .kinds mark).${on} { text-decoration: underline ${line} var(--n-pencil); }`,
);
const SHOWN = Object.keys(UNDERLINES).map((family) => `.read.on-${family} mark.${family}.first::before`);

export const ARTICLE = `
@container page (width < 56rem) {
  .tabs {
    visibility: visible; block-size: auto; display: grid; grid-template-columns: minmax(0, 1fr) auto; position: sticky;
    inset-block-start: var(--n-top); z-index: 6; background: var(--n-paper); border-block: 1px solid var(--n-edge);
  }
  .tabs > div { display: grid; grid-template-columns: 1fr 1fr; }
  .tabs button {
    font: 500 var(--n-ui)/1.2 var(--n-sans); color: var(--n-blue); background: none; border: 0; cursor: pointer;
    min-block-size: 2.75rem;
  }
  .tabs button + button { border-inline-start: 1px solid var(--n-line); }
  .tabs [aria-selected="true"] { color: var(--n-ink); font-weight: 700; box-shadow: inset 0 -3px 0 var(--n-ink); }
  .wide[data-tab="article"] .sum { display: none; } .wide[data-tab="article"] .story { display: block; }
}
@container page (min-width: 56rem) {
  .wide .story {
    display: block; border-inline-start: 1px solid var(--n-line); padding: 0 1.75rem 0 var(--n-mid); position: sticky;
    inset-block-start: calc(3.5rem + var(--n-top)); align-self: start;
    max-block-size: calc(100vh - 3.5rem - var(--n-top)); overflow-y: auto;
  }
  .story:focus-visible { outline-offset: -2px; }
}
.kinds {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; font-size: var(--n-note); color: var(--n-ink-2);
  padding-block: .55rem; margin-block-end: .6rem; border-block-end: 1px solid var(--n-line); background: var(--n-paper);
}
.kinds > :first-child { font: 600 var(--n-note)/1.3 var(--n-sans); color: var(--n-ink); margin-inline-end: auto; }
.kinds label { display: inline-flex; align-items: center; gap: .35rem; min-block-size: 1.5rem; cursor: pointer; }
.kinds input { inline-size: .9rem; block-size: .9rem; margin: 0; accent-color: var(--n-blue); }
.chunk {
  content-visibility: auto; contain-intrinsic-size: auto 100rem; margin-inline-start: -1.75rem;
  padding-inline-start: 1.75rem;
}
.chunk + .chunk { margin-block-start: .9rem; }
.read .pn {
  position: absolute; inset-inline-start: -1.75rem; font: 400 var(--n-note)/2.46 var(--n-sans); color: var(--n-dim);
  user-select: none;
}
.np { color: var(--n-dim); }
mark {
  background: none; color: inherit; text-decoration: underline 1px var(--n-still); text-underline-offset: 3px;
  position: relative;
}
mark.m { cursor: pointer; }
mark.m:has(mark) { text-decoration-color: transparent; }
mark.m:hover, mark.m:focus { text-decoration-color: var(--n-pencil); }
${FAMILIES.join("\n")}
mark.d1 { text-underline-offset: 6px; }
mark.d2 { text-underline-offset: 9px; }
.unmarked mark.m, .title mark.m { text-decoration: none; }
.read mark[data-label]:is(:hover, :focus)::before, ${SHOWN.join(", ")}, .read mark.r[data-label]::before {
  content: attr(data-label); content: attr(data-label) / ""; position: absolute; inset-block-start: -.6rem;
  inset-inline-start: 0; font: 400 var(--n-label)/1 var(--n-sans); color: var(--n-ink-2); white-space: nowrap;
  pointer-events: none; letter-spacing: 0; background: var(--n-paper); z-index: 1;
}
.read mark.m:hover:has(mark:hover)::before { content: none; }
.pick { color: var(--n-dim); }
.pick mark.m { text-decoration-color: transparent; }
.pick mark.m:not(:hover)::before { content: none; }
.s.ev {
  color: var(--n-ink); background: var(--n-wash); padding-block: .15em; box-decoration-break: clone;
  -webkit-box-decoration-break: clone;
}
.hed .s.ev { padding-block: 0; }
.s:focus { outline: 0; }
.pb {
  position: sticky; inset-block-end: 0; background: var(--n-paper, Canvas); border-block-start: 1px solid var(--n-ink);
  padding-block: .5rem; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.1rem; font-size: .875rem;
  z-index: 2;
}
.pb b { font-weight: 600; }
.pb .back { margin-inline-start: auto; }
@media (max-width: 35em) { .read .pn { inset-inline-start: -1.35rem; } }
@media (prefers-reduced-motion: no-preference) {
  .s { transition: background-color .12s linear, color .12s linear; }
  .read { transition: color .12s linear; }
}
@media (forced-colors: active) {
  mark { background: Canvas; color: CanvasText; }
  .tabs [aria-selected="true"] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .s.ev { outline: 1px solid Highlight; }
}
@media print {
  .kinds { border: 0; padding: 3pt 0; margin: 0; }
  .kinds > :not(:first-child), .pb { display: none; }
  .chunk { content-visibility: visible; }
  mark { text-decoration: none !important; }
}
`;
