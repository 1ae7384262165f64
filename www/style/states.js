// @ts-check
/** Looks of the plates. */
export const STATES = `
.plate { border: 1px solid var(--line); padding: 1.1rem 1.25rem; }
.plate > p + p { margin-block-start: .5rem; }
.plate .tools { margin-block-start: .9rem; }
.big { font: 400 1.25rem/1.35 var(--serif); }
.plate.bar { border-inline-start: 4px solid var(--ink); }
.drop { border: 1px dashed var(--edge); }
progress { inline-size: 100%; block-size: .5rem; display: block; margin-block: .6rem .35rem; appearance: none; border: 1px solid var(--edge); background: var(--paper); }
progress::-webkit-progress-bar { background: var(--paper); }
progress::-webkit-progress-value { background: var(--blue); }
progress::-moz-progress-bar { background: var(--blue); }
.steps { margin-block: .35rem; font-size: var(--note); color: var(--ink-2); display: flex; flex-wrap: wrap; gap: .1rem 1rem; }
.steps [aria-current="step"] { color: var(--ink); font-weight: 600; }
.gone { margin-block-start: .7rem; }
.gone .w { text-decoration: line-through 1px; color: var(--ink-2); }
.btn.main { background: var(--blue); border-color: var(--blue); color: var(--paper); }
@media (forced-colors: active) { .btn.main { border-width: 2px; color: ButtonText; background: ButtonFace; } }
`;
