// @ts-check
/** Looks of the blocks below the first: numbers, what is not confirmed, who says so, time, the picture, entities; and of marks. */
export const FURTHER = `
.nums table, .ents, .tab { inline-size: 100%; border-collapse: collapse; }
.nums th, .nums td { text-align: start; vertical-align: baseline; padding: .5rem .75rem .55rem 0; border-block-start: 1px solid var(--line); }
.nums thead th { font: 400 var(--note)/1.3 var(--sans); color: var(--ink-2); border: 0; padding-block: 0 .35rem; }
.nums tbody th { font-weight: 400; inline-size: 15.25rem; }
.nums .q { display: grid; grid-template-columns: 5.25rem minmax(0, auto); column-gap: .6rem; align-items: baseline; justify-content: start; }
.nums .cmp { font: 400 var(--ui)/1.3 var(--serif); text-align: end; }
.nums .cmp.p, .nums .unit.p { font-family: var(--sans); color: var(--ink-2); }
.nums .fig { font: 400 var(--fig)/1.1 var(--serif); letter-spacing: -.01em; }
.nums .q > :last-child { overflow-wrap: anywhere; }
.nums .unit { font: 400 var(--note)/1.3 var(--serif); }
.nums td:nth-child(2) { font-size: var(--ui); }
.nums td:nth-child(2) .c { color: var(--ink-2); }
.nums td:last-child { inline-size: 30%; padding-inline-end: 0; }
.nums tr.rem td { border: 0; padding-block: 0 .6rem; padding-inline-start: 5.85rem; inline-size: auto; max-inline-size: none; }
.open-q { border: 1px solid var(--ink); border-block-start-width: 2px; padding: .45rem 1rem .35rem; }
.open-q .h { border: 0; padding-block-start: 0; }
.rows > li { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0 .75rem; padding-block: .6rem; border-block-start: 1px solid var(--line); }
.lines .rows > li:first-child { border-block-start: 0; padding-block-start: 0; }
.rows .cert { line-height: 1.65; }
.rows .w, .time .w { font-size: var(--text); line-height: 1.42; text-wrap: pretty; max-inline-size: 33rem; }
@container facts (max-width: 35rem) {
  .nums thead { position: absolute; clip-path: inset(50%); block-size: 1px; overflow: hidden; }
  .nums tbody tr { display: grid; grid-template-columns: 7.6rem minmax(0, 1fr); column-gap: .75rem; border-block-start: 1px solid var(--line); padding-block: .5rem; }
  .nums tbody th, .nums td { border: 0; padding: 0; inline-size: auto !important; }
  .nums tbody th { grid-row: span 2; }
  .nums .q { display: block; } .nums .cmp { display: block; text-align: start; font-size: var(--note); }
  .rows > li { grid-template-columns: minmax(0, 1fr); }
  .open-q { padding-inline: .75rem; }
  .nums tr.rem { display: block; border: 0; padding-block: 0 .5rem; } .nums tr.rem td { padding: 0; }
}
@container facts (max-width: 14rem) {
  .nums tbody tr, .rl, .tab tr, .time > li { display: block !important; }
}
mark { background: none; color: inherit; text-decoration: underline 1px var(--pencil); text-underline-offset: 3px; position: relative; }
mark.where { text-decoration-style: dashed; text-decoration-thickness: 1.25px; }
mark.when { text-decoration-style: dotted; text-decoration-thickness: 2px; }
mark.many { text-decoration-style: double; }
mark.what { text-decoration-style: wavy; text-underline-offset: 4px; }
@media (forced-colors: active) { mark { background: Canvas; color: CanvasText; } }
.who > li { padding-block: .75rem .85rem; border-block-start: 1px solid var(--line); }
.who:first-of-type > li:first-child { border-block-start: 0; padding-block-start: 0; }
.more + .who { margin-block-start: .9rem; }
.who :is(h2, h3, h4) { font: 600 var(--ui)/1.4 var(--sans); }
.who :is(h2, h3, h4) .w { font-weight: 700; font-size: var(--text); color: var(--ink); }
.who :is(h2, h3, h4) + ul { margin-block-start: .4rem; }
.who ul > li { display: grid; grid-template-columns: minmax(0, 1fr); gap: .1rem; padding-inline-start: 1rem; border-inline-start: 1px solid var(--line); }
.who ul > li + li { margin-block-start: .75rem; }
.who ul > li.vb { border-inline-start: 3px solid var(--ink); padding-inline-start: calc(1rem - 2px); }
.who .w { font-size: var(--text); line-height: 1.45; color: var(--ink-2); max-inline-size: 33rem; text-wrap: pretty; }
.who .w q { color: var(--ink); quotes: none; }
.time > li { display: grid; grid-template-columns: 7.25rem 1.25rem minmax(0, 1fr); padding-block-end: 1rem; position: relative; }
.time > li::before { content: ""; grid-column: 2; grid-row: 1; inline-size: 9px; block-size: 9px; border: 2px solid var(--ink); border-radius: 50%; margin-block-start: .45rem; background: var(--paper); z-index: 1; }
.time > li.dated::before { border-width: 4.5px; }
.time > li:not(:last-child)::after { content: ""; position: absolute; inset-block: .9rem -.5rem; inset-inline-start: calc(7.25rem + 4px); border-inline-start: 1px solid var(--edge); }
.time .t { grid-row: 1; grid-column: 1; text-align: end; padding-inline-end: .75rem; line-height: 1.5; }
.time .t .w { font-weight: 700; }
.time .iso { display: block; }
.time > li.long .t { grid-column: 3; text-align: start; padding: 0; }
.time > li.long > div { grid-row: 2; margin-block-start: .2rem; }
.time > li.long .t .w { font-weight: 400; font-style: italic; }
.time > li > div { grid-column: 3; }
.time .ev + .ev { margin-block-start: .5rem; }
.pic > svg { inline-size: 100%; block-size: auto; max-inline-size: 40rem; overflow: visible; display: block; }
.pic text { font: 400 13px/1 var(--sans); fill: var(--ink); }
.pic .lab { paint-order: stroke; stroke: var(--paper); stroke-width: 6px; stroke-linejoin: round; }
.pic .name { font-weight: 600; text-anchor: middle; }
.pic .box { fill: var(--paper); stroke: var(--edge); stroke-width: 1; }
.pic .box.main { stroke: var(--ink); stroke-width: 2; }
.pic .un { stroke-dasharray: 5 4; }
.pic .a { fill: none; stroke: var(--ink); stroke-width: 1.25; }
.pic .a.main { stroke-width: 3; }
.pic .hd { fill: var(--ink); }
.pic g[data-fact]:hover :is(.a, .hd), .pic g.picked :is(.a) { stroke: var(--blue); }
.pic g[data-fact]:hover :is(.lab, .hd), .pic g.picked :is(.lab, .hd) { fill: var(--blue); }
.key { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; margin-block-start: .9rem; }
.key svg { inline-size: 2.25rem; block-size: .6rem; vertical-align: middle; margin-inline-end: .5rem; }
.tab th, .tab td { text-align: start; vertical-align: baseline; padding: .4rem .75rem .4rem 0; border-block-start: 1px solid var(--line); font-weight: 400; }
.tab tbody :is(th, td) { color: var(--ink); }
.tab thead th { border: 0; }
.sw { border: 0; min-inline-size: 0; }
.sw > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(11.5rem, 100%), 1fr)); gap: 0 1.25rem; }
.sw > div + div { border-block-start: 1px solid var(--line); margin-block-start: .35rem; padding-block-start: .35rem; }
.sw legend { font-size: var(--note); color: var(--ink-2); padding: 0 0 .25rem; }
.sw label { display: flex; align-items: center; gap: .5rem; min-block-size: 2rem; cursor: pointer; }
.sw input { inline-size: 1.05rem; block-size: 1.05rem; margin: 0; accent-color: var(--blue); flex: none; }
.sw .n { margin-inline-start: auto; color: var(--ink-2); font-size: var(--note); }
.ents { margin-block-start: .75rem; }
.ents th, .ents td { text-align: start; vertical-align: baseline; padding: .4rem .75rem .4rem 0; border-block-start: 1px solid var(--line); font-weight: 400; }
.ents thead th { font-size: var(--note); color: var(--ink-2); border: 0; }
.nm { all: unset; font: 600 1rem/1.5 var(--serif); cursor: pointer; text-decoration: underline 1px var(--line); text-underline-offset: .2em; display: inline-block; min-inline-size: 1.5rem; min-block-size: 1.5rem; }
.nm:hover { color: var(--blue); text-decoration-color: currentColor; }
.nm:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
.ents .num { text-align: end; padding-inline-end: 0; inline-size: 4.2rem; }
.al { display: block; }
.ents td:nth-child(2) { inline-size: 38%; }
.ents caption { text-align: start; font: 600 var(--ui)/1.4 var(--sans); padding-block: 1.1rem .3rem; }
.ents caption .n { font-weight: 400; font-size: var(--note); color: var(--ink-2); }
.at { font-size: var(--note); color: var(--ink-2); }
button.ref { all: unset; box-sizing: border-box; cursor: pointer; color: var(--blue); font: 500 var(--note)/1 var(--sans); min-inline-size: 1.5rem; min-block-size: 1.5rem; padding: .4rem 0 .15rem; white-space: nowrap; text-decoration: underline 1px; text-underline-offset: .25em; }
button.ref:focus-visible { outline: 2px solid var(--blue); outline-offset: 1px; }
@container facts (max-width: 35rem) {
  .time > li { grid-template-columns: 1.25rem minmax(0, 1fr); }
  .time > li::before { grid-column: 1; }
  .time > li:not(:last-child)::after { inset-inline-start: 4px; }
  .time .t { grid-column: 2; text-align: start; }
  .time > li > div, .time > li.long > div { grid-column: 2; grid-row: 2; }
  .time > li.long .t { grid-column: 2; }
  .ents .num { inline-size: 4.4rem; } .ents td:nth-child(2) { inline-size: 34%; }
}
@container facts (max-width: 14rem) {
  .time > li::before, .time > li::after { display: none; }
  .ents td:nth-child(2) { display: none; } .ents .num { inline-size: auto; }
}
@container facts (max-width: 30rem) {
  .tab tr { display: grid; grid-template-columns: 1fr 1.05fr 1fr; column-gap: .6rem; border-block-start: 1px solid var(--line); padding-block: .35rem; }
  .tab thead tr { border: 0; } .tab th, .tab td { border: 0; padding: 0; min-inline-size: 0; overflow-wrap: anywhere; } .tab tr > :last-child { grid-column: 1 / -1; color: var(--ink-2); }
}
.picked:not(g) { background: var(--wash); box-shadow: -.5rem 0 0 var(--wash), calc(-.5rem - 3px) 0 0 var(--blue); }
@media (forced-colors: active) { .pic text, .pic .box, .pic .a, .pic .hd, .key svg { forced-color-adjust: none; } }
details > summary { cursor: pointer; color: var(--blue); padding-block: .5rem; font-size: var(--note); font-weight: 500; }
@media print { details::details-content { content-visibility: visible; block-size: auto; } details > summary { list-style: none; color: inherit; } }
`;
