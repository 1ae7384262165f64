// @ts-check
/** Looks of what is chosen, and of cards. */
export const TOUCH = `
.panel .rl dd, .five .panel .w { max-inline-size: none; }
.who .panel .w { font-size: .9375rem; color: var(--ink); }
.panel { grid-column: 1 / -1; cursor: auto; padding: .1rem 0 .4rem; }
.rl { display: grid; grid-template-columns: 6.75rem minmax(0, 1fr); gap: .3rem .75rem; font-size: var(--note); line-height: 1.45; margin-block-start: .85rem; }
.rl dt { color: var(--blue); font-weight: 600; }
.rl dd { grid-column: 2; color: var(--ink); }
.panel > .note { margin-block-start: .5rem; }
.panel .rl dd.w { font-size: .9375rem; line-height: 1.45; }
.step { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; font-size: var(--note); color: var(--ink-2); }
.step .btn { min-block-size: 2rem; padding: .3rem .7rem; font-size: var(--note); }
.bar-ev { position: sticky; inset-block-end: 0; background: var(--paper); border-block-start: 1px solid var(--ink); padding-block: .6rem; margin-block-start: 1rem; z-index: 1; }
@container page (min-width: 66rem) { .story .bar-ev { inset-block-end: -1rem; padding-block-end: 1rem; } }
.mcard { position: fixed; inset: auto; margin: 0; border: 1px solid var(--ink); background: var(--paper); color: var(--ink); padding: .85rem 1rem 1rem; inline-size: 24rem; max-inline-size: calc(100vw - 1rem); max-block-size: min(26rem, 70vh); overflow-y: auto; border-radius: 2px; }
.mcard { container: card / inline-size; }
@container card (max-width: 14rem) { .mcard dl { display: block; } * { overflow-wrap: anywhere; } }
.mcard:not(:popover-open) { display: none; }
.t4 { font: 700 var(--text)/1.3 var(--serif); }
.mcard dl { display: grid; grid-template-columns: 5.25rem minmax(0, 1fr); gap: .35rem .75rem; font-size: var(--note); line-height: 1.45; margin-block: .6rem .75rem; }
.mcard dt { color: var(--ink-2); }
.mcard .w { font-size: .9375rem; }
.mcard .step + .step { margin-block-start: .5rem; }
@media (forced-colors: active) { .picked:not(g) { outline: 2px solid Highlight; outline-offset: 2px; } }
@container facts (max-width: 35rem) { .nums tr.inset { display: block; } }
`;
