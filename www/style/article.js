// @ts-check
/** Looks of an article that the element draws. */
export const ARTICLE = `
.chunk { content-visibility: auto; contain-intrinsic-size: auto 100rem; margin-inline-start: -1.75rem; padding-inline-start: 1.75rem; }
.read .pn { position: absolute; inset-inline-start: -1.75rem; font: 400 var(--note)/2.46 var(--sans); color: var(--dim); user-select: none; }
.hed .nb { white-space: nowrap; }
.hed { font: 700 1.5rem/1.55 var(--serif); letter-spacing: -.008em; text-wrap: balance; margin-block-end: .75rem; }
.read mark.m { cursor: pointer; }
mark.d1 { text-underline-offset: 6px; }
mark.d2 { text-underline-offset: 9px; }
.read mark[data-g]::before { content: attr(data-g); content: attr(data-g) / ""; position: absolute; inset-block-start: -.6rem; inset-inline-start: 0; font: 400 var(--gloss)/1 var(--sans); letter-spacing: .01em; color: var(--ink-2); white-space: nowrap; pointer-events: none; text-indent: 0; }
.read .hed mark[data-g]::before { inset-block-start: -.42rem; }
.read mark.m:hover { background: var(--raise); }
.read mark.on { background: var(--wash); }
.pick { color: var(--dim); }
.pick mark.m { text-decoration-color: transparent; }
.pick mark.m::before { visibility: hidden; }
.s.ev { color: var(--ink); background: var(--wash); box-decoration-break: clone; -webkit-box-decoration-break: clone; padding-block: .15em; scroll-margin-block: 6rem; }
.s:focus { outline: 0; }
mark.r { color: var(--ink); text-decoration-color: var(--blue); text-decoration-thickness: 1.5px; text-underline-offset: 2.5px; }
mark.r.d1 { text-underline-offset: 5.5px; }
mark.r.d2 { text-underline-offset: 8.5px; }
.read mark.r[data-g]::before { color: var(--blue); font-weight: 600; inset-block-start: -.6rem; }
.read .hed mark.r[data-g]::before { inset-block-start: -.42rem; }
.read mark.r.end::before { inset-inline: auto 0; }
mark.hedge { text-decoration-style: dotted; text-decoration-thickness: 2.5px; }
mark.trig { background: var(--blue); color: var(--paper); text-decoration: none; }
@media (max-width: 35em) { .read .pn { inset-inline-start: -1.35rem; } .hed { font-size: 1.4375rem; } }
@media print { .chunk { content-visibility: visible; } }
@media (prefers-reduced-motion: no-preference) { .s { transition: background-color .12s linear, color .12s linear; } .read { transition: color .12s linear; } }
@media (forced-colors: active) { mark.trig, .read mark.on { background: Highlight; color: HighlightText; forced-color-adjust: none; } }
@media (forced-colors: active) { .s.ev { outline: 1px solid Highlight; } }
.chunk + .chunk { margin-block-start: .95rem; }
`;
