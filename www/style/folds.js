// @ts-check
/** Looks of what folds: numbers, who did what, names. */
export const FOLDS = `
.fold { border-block-start: 2px solid var(--n-ink); margin-block-start: 1.5rem; }
.fold + .fold { margin-block-start: 1rem; }
.fold > summary {
  list-style: none; cursor: pointer; display: flex; align-items: center; gap: .5rem; min-block-size: 2.5rem;
}
.fold > summary::-webkit-details-marker { display: none; }
.fold > summary > :first-child { font: 700 var(--n-ui)/1.3 var(--n-sans); }
.fold > summary small { font-size: var(--n-note); color: var(--n-ink-2); }
.fold > summary::after {
  content: ""; inline-size: .4em; block-size: .4em; border: solid var(--n-blue); border-width: 0 1.5px 1.5px 0;
  rotate: 45deg; margin-inline: auto .3rem; translate: 0 -.15em;
}
.fold[open] > summary::after { rotate: 225deg; translate: 0 .1em; } .fold .note { padding-block: .35rem .5rem; }
.nums {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(min(10.2rem, 100%), 1fr)); gap: .7rem 1.25rem;
  padding-block: .1rem .4rem;
}
.nums li { font-size: 1rem; line-height: 1.35; } .nums .w { color: var(--n-ink); text-wrap: pretty; }
.nums .q { display: block; line-height: 1.15; } .nums .fig { font-size: var(--n-fig); letter-spacing: -.01em; }
.nums .src { font: var(--n-note)/1.45 var(--n-sans); color: var(--n-ink-2); }
.acts, .ents { inline-size: 100%; border-collapse: collapse; } .acts { font-size: var(--n-ui); line-height: 1.3; }
.acts :is(th, td) { text-align: start; vertical-align: baseline; font-weight: 400; padding: .28rem .5rem .28rem 0; }
.acts tbody + tbody tr:first-child > * { border-block-start: 1px solid var(--n-line); }
.acts .w { color: var(--n-ink); } .acts tbody th { inline-size: 27%; font-weight: 600; }
.acts td:nth-last-child(2) { inline-size: 31%; }
.acts td:last-child { inline-size: 2rem; padding-inline-end: 0; text-align: end; }
.act { display: flex; align-items: center; } .act > span { margin-inline-end: .5rem; }
.act::after { content: ""; flex: 1 1 1.25rem; min-inline-size: 1rem; border-block-start: 1.25px solid var(--n-ink); }
.act::before {
  content: ""; order: 3; flex: none; inline-size: 8px; block-size: 9px; background: var(--n-ink);
  clip-path: polygon(0 0, 100% 50%, 0 100%); margin-inline-end: .5rem;
}
.act.main { font-weight: 600; } .act.main::after { border-block-start-width: 3px; }
.act.main::before { inline-size: 11px; block-size: 13px; } .act.un::after { border-block-start-style: dashed; }
.act.ring::before {
  inline-size: 8px; block-size: 8px; background: none; clip-path: none; border: 1.25px solid var(--n-ink);
  border-radius: 50%;
}
.ents { font-size: var(--n-note); }
.ents :is(th, td) {
  text-align: start; vertical-align: baseline; font-weight: 400; color: var(--n-ink-2); padding: .3rem .75rem .3rem 0;
  border-block-start: 1px solid var(--n-line);
}
.ents thead > tr > * { border: 0; } .ents .nm { font-size: var(--n-ui); font-weight: 600; }
.ents .al { display: block; } .ents tr > :last-child { text-align: end; padding-inline-end: 0; inline-size: 3.5rem; }
@container sum (max-width: 35.99rem) {
  .acts, .acts tbody { display: block; } .acts tbody + tbody { border-block-start: 1px solid var(--n-line); }
  .acts tbody tr {
    display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, .85fr) 1.75rem; gap: 0 .5rem;
    padding-block: .15rem;
  }
  .acts tbody :is(th, td) {
    border: 0 !important; inline-size: auto !important; padding: .1rem 0; overflow-wrap: anywhere;
  }
  .acts tbody th { grid-column: 1 / -1; padding-block-start: .3rem; }
  .acts td:nth-last-child(3) { padding-inline-start: 1rem; }
}
@container sum (max-width: 20rem) { .ents td:nth-child(2), .ents th:nth-child(2) { display: none; } }
@media (forced-colors: active) { .act::before { forced-color-adjust: none; } }
@media print {
  #names, .fold > summary::after { display: none; } .acts :is(th, td) { padding-block: 1pt; font-size: 9.5pt; }
  .acts tbody, .nums { break-inside: avoid; } .nums { gap: 4pt 12pt; } .nums li { font-size: 10pt; }
  .fold { margin-block-start: 8pt; } .fold > summary { min-block-size: 0; padding-block: 3pt; break-after: avoid; }
  .fold .note { padding-block: 2pt 0; }
}
`;
