// @ts-check
/** Looks of a chosen line, in the list and in the article. */
export const CHOSEN = `
.line.on::before {
  background: var(--n-wash) !important; box-shadow: inset 3px 0 0 var(--n-blue); outline: 1px solid #0000;
}
mark.r { color: var(--n-ink); text-decoration: underline 1.5px var(--n-blue); text-underline-offset: 3px; }
mark.r.d1 { text-underline-offset: 6px; }
.read mark.r[data-label]::before { color: var(--n-blue); font-weight: 600; background: none; }
.read mark.r.end::before { inset-inline: auto 0; }
mark.hedge { text-decoration: underline dotted 2.5px var(--n-blue); }
mark.trig { background: var(--n-blue); color: var(--n-on-blue); text-decoration: none; }
mark.left { outline: 1.5px dashed var(--n-blue); text-decoration: none; }
.alone .pb {
  display: flex; border-block: 1px solid var(--n-ink); padding-block: .25rem; flex-wrap: wrap; gap: .25rem 1rem;
}
@media (forced-colors: active) {
  mark.trig { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .line.on::before { outline: 1px solid Highlight; }
}
`;
