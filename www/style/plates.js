// @ts-check
/** Looks of the plates. */
export const PLATES = `
.btn {
  white-space: nowrap; font: 500 .875rem/1.2 var(--n-sans); color: var(--n-ink); background: transparent;
  cursor: pointer; border: 1px solid var(--n-edge); border-radius: 2px; padding: .45rem .8rem;
  min-block-size: 2.25rem;
}
.btn:hover { border-color: var(--n-ink); background: var(--n-raise); }
.btn.main { background: var(--n-blue); border-color: var(--n-blue); color: var(--n-on-blue); font-weight: 600; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem .75rem; margin-block-start: .9rem; }
.plate { border: 1px solid var(--n-line); padding: 1.1rem 1.25rem; margin-block: 1rem; }
.plate > p + p { margin-block-start: .5rem; } .plate .big { font: 600 1.0625rem/1.4 var(--n-sans); }
.plate.heavy { border-inline-start: 4px solid var(--n-ink); } .plate.drop { border: 1px dashed var(--n-edge); }
.plate .gone { text-decoration: line-through 1px; font-size: var(--n-text); line-height: 1.42; }
.plate code { font: .9em/1 ui-monospace, Menlo, Consolas, monospace; }
progress {
  inline-size: 100%; block-size: .5rem; display: block; margin-block: .6rem .35rem; appearance: none;
  border: 1px solid var(--n-edge); background: transparent;
}
progress::-webkit-progress-bar { background: transparent; }
progress::-webkit-progress-value { background: var(--n-blue); }
progress::-moz-progress-bar { background: var(--n-blue); }
.steps {
  margin-block-end: .5rem; font-size: var(--n-note); color: var(--n-ink-2); display: flex; flex-wrap: wrap;
  gap: .1rem 1rem;
}
.steps [aria-current="step"] { color: var(--n-ink); font-weight: 600; }
`;
