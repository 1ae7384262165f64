// @ts-check
/** The element's style sheet. Tokens are custom properties, so that a page can set them: `nut-graf { --nut-graf-blue: … }`. */
import { FAMILIES } from "./reading.js";

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
  --serif: var(--nut-graf-serif, Charter, "Bitstream Charter", "Sitka Text", Georgia, Cambria, "Times New Roman", Times, serif);
  --sans: var(--nut-graf-sans, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
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
@media (max-width: 22.5em) { :host { --lead: 1.375rem; } }
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
.btn.main { background: var(--blue); border-color: var(--blue); color: var(--paper); }
.more { margin-block-start: .6rem; min-block-size: 2rem; padding: .3rem .7rem; font-size: var(--note); color: var(--blue); }
.tools { display: flex; flex-wrap: wrap; gap: .5rem; }
details > summary { cursor: pointer; color: var(--blue); padding-block: .5rem; font-size: var(--note); font-weight: 500; }
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
.panel .rl dd, .five .panel .w { max-inline-size: none; }

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
.who .panel .w { font-size: .9375rem; color: var(--ink); }

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
  .nums thead { position: absolute; clip-path: inset(50%); block-size: 1px; overflow: hidden; }
  .nums tbody tr { display: grid; grid-template-columns: 7.6rem minmax(0, 1fr); column-gap: .75rem; border-block-start: 1px solid var(--line); padding-block: .5rem; }
  .nums tbody th, .nums td { border: 0; padding: 0; inline-size: auto !important; }
  .nums tbody th { grid-row: span 2; }
  .nums .q { display: block; } .nums .cmp { display: block; text-align: start; font-size: var(--note); }
  .nums tr.inset { display: block; }
  .claims li, .rows > li { grid-template-columns: minmax(0, 1fr); }
  .claims li + li { margin-block-start: .35rem; }
  .open-q { padding-inline: .75rem; }
  .time > li { grid-template-columns: 1.25rem minmax(0, 1fr); }
  .time > li::before { grid-column: 1; }
  .time > li:not(:last-child)::after { inset-inline-start: 4px; }
  .time .t { grid-column: 2; text-align: start; }
  .time > li > div, .time > li.long > div { grid-column: 2; grid-row: 2; }
  .time > li.long .t { grid-column: 2; }
  .nums tr.rem { display: block; border: 0; padding-block: 0 .5rem; } .nums tr.rem td { padding: 0; }
  .ents .num { inline-size: 4.4rem; } .ents td:nth-child(2) { inline-size: 34%; }
}
@container facts (max-width: 14rem) {
  .nums tbody tr, .five dl > div, .rl, .tab tr, .time > li { display: block !important; }
  .time > li::before, .time > li::after { display: none; }
  .ents td:nth-child(2) { display: none; } .ents .num { inline-size: auto; }
  * { overflow-wrap: anywhere; }
}
@container facts (max-width: 30rem) {
  .tab tr { display: grid; grid-template-columns: 1fr .8fr 1fr; column-gap: .6rem; border-block-start: 1px solid var(--line); padding-block: .35rem; }
  .tab thead tr { border: 0; } .tab th, .tab td { border: 0; padding: 0; min-inline-size: 0; overflow-wrap: anywhere; } .tab tr > :last-child { grid-column: 1 / -1; color: var(--ink-2); }
}

.picked:not(g) { background: var(--wash); box-shadow: -.5rem 0 0 var(--wash), calc(-.5rem - 3px) 0 0 var(--blue); }
.panel { grid-column: 1 / -1; cursor: auto; padding: .1rem 0 .4rem; }
.rl { display: grid; grid-template-columns: 6.75rem minmax(0, 1fr); gap: .3rem .75rem; font-size: var(--note); line-height: 1.45; margin-block-start: .85rem; }
.rl dt { color: var(--blue); font-weight: 600; }
.rl dd { grid-column: 2; color: var(--ink); }
.panel > .note { margin-block-start: .5rem; }
.btn.asked { border: 0; background: none; padding: 0; min-block-size: 1.5rem; font: 500 var(--note)/1.5 var(--sans); color: var(--blue); text-decoration: underline 1px; text-underline-offset: .2em; }
.panel .rl dd.w { font-size: .9375rem; line-height: 1.45; }
.step { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; font-size: var(--note); color: var(--ink-2); }
.step .btn { min-block-size: 2rem; padding: .3rem .7rem; font-size: var(--note); }
.bar-ev { position: sticky; inset-block-end: 0; background: var(--paper); border-block-start: 1px solid var(--ink); padding-block: .6rem; margin-block-start: 1rem; z-index: 1; }
@container page (min-width: 66rem) { .story .bar-ev { inset-block-end: -1rem; padding-block-end: 1rem; } }
`;

const ARTICLE = `
.read { font: 400 var(--read)/1.8 var(--serif); padding-inline-start: 1.75rem; max-inline-size: 33.5rem; overflow-wrap: break-word; overflow-x: clip; }
.read p { position: relative; text-wrap: pretty; white-space: pre-line; }
.read p + p, .chunk + .chunk { margin-block-start: .95rem; }
.chunk { content-visibility: auto; contain-intrinsic-size: auto 100rem; margin-inline-start: -1.75rem; padding-inline-start: 1.75rem; }
.read .pn { position: absolute; inset-inline-start: -1.75rem; font: 400 var(--note)/2.46 var(--sans); color: var(--dim); user-select: none; }
.hed .nb { white-space: nowrap; }
.hed { font: 700 1.5rem/1.55 var(--serif); letter-spacing: -.008em; text-wrap: balance; margin-block-end: .75rem; }
mark { background: none; color: inherit; text-decoration: underline 1px var(--pencil); text-underline-offset: 3px; position: relative; }
.read mark.m { cursor: pointer; }
mark.where { text-decoration-style: dashed; text-decoration-thickness: 1.25px; }
mark.when { text-decoration-style: dotted; text-decoration-thickness: 2px; }
mark.many { text-decoration-style: double; }
mark.what { text-decoration-style: wavy; text-underline-offset: 4px; }
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
@media (max-width: 35em) { .read { padding-inline-start: 1.35rem; } .read .pn { inset-inline-start: -1.35rem; } .hed { font-size: 1.4375rem; } }

.mcard { position: fixed; inset: auto; margin: 0; border: 1px solid var(--ink); background: var(--paper); color: var(--ink); padding: .85rem 1rem 1rem; inline-size: 24rem; max-inline-size: calc(100vw - 1rem); max-block-size: min(26rem, 70vh); overflow-y: auto; border-radius: 2px; }
.mcard { container: card / inline-size; }
@container card (max-width: 14rem) { .mcard dl { display: block; } * { overflow-wrap: anywhere; } }
.mcard:not(:popover-open) { display: none; }
.t4 { font: 700 var(--text)/1.3 var(--serif); }
.mcard dl { display: grid; grid-template-columns: 5.25rem minmax(0, 1fr); gap: .35rem .75rem; font-size: var(--note); line-height: 1.45; margin-block: .6rem .75rem; }
.mcard dt { color: var(--ink-2); }
.mcard .w { font-size: .9375rem; }
.mcard .step + .step { margin-block-start: .5rem; }

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
.menu { position: relative; }
.menu > summary { list-style: none; padding: .55rem .9rem; font-size: var(--ui); line-height: 1.2; color: var(--ink); display: flex; align-items: center; }
.menu > summary::-webkit-details-marker { display: none; }
.menu > div { position: absolute; inset-inline-end: 0; inset-block-start: calc(100% + 4px); z-index: 3; background: var(--paper); border: 1px solid var(--ink); display: grid; min-inline-size: 11rem; }
.menu .btn { border: 0; border-radius: 0; text-align: start; white-space: nowrap; }
`;

const MODES = `
@media (prefers-reduced-motion: no-preference) { .s { transition: background-color .12s linear, color .12s linear; } .read { transition: color .12s linear; } .story { scroll-behavior: smooth; } }
@media (forced-colors: active) {
  mark { background: Canvas; color: CanvasText; }
  mark.trig, .read mark.on { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .s.ev { outline: 1px solid Highlight; }
  .picked:not(g) { outline: 2px solid Highlight; outline-offset: 2px; }
  .pic text, .pic .box, .pic .a, .pic .hd, .key svg { forced-color-adjust: none; }
  .btn.main { border-width: 2px; color: ButtonText; background: ButtonFace; }
}
@media (max-width: 35em) {
  .btn { padding-inline: .7rem; } .mast .tools { inline-size: 100%; } .mast .tools > *, .plate .tools > .btn { flex: 1 1 auto; text-align: center; } .menu > summary { justify-content: center; }
  .by { flex-basis: 100%; }
}
@media print {
  :host { color-scheme: light; --paper: #fff; }
  .tools, .hop, .sw, .step, .more, .bar-ev, .mcard, .asked { display: none !important; }
  .page { padding: 0 !important; max-inline-size: none; } .facts, .story { font-size: 10pt; }
  .cols { display: block !important; } .facts { padding: 0 !important; }
  .story { max-block-size: none !important; overflow: visible !important; position: static !important; break-before: page; margin: 0 !important; border: 0 !important; padding: 0 0 0 1px !important; }
  .rows > li, .who ul > li, .time > li, .nums tr, .pic, .five dl > div { break-inside: avoid; } .h { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; } details > summary { list-style: none; color: inherit; }
  a, button.ref { color: inherit !important; } .read { font-size: 11.5pt; max-inline-size: none; }
  .chunk { content-visibility: visible; }
}
`;

const KINDS = [...Object.values(FAMILIES).flat(), "named", "nominal", "pronoun"];
const SWITCHES = KINDS.map((kind) => `.off-${kind} mark.m.${kind} { text-decoration-line: none; cursor: auto; &::before { content: none; } }`).join("\n");

const STYLE = TOKENS + BASE + FRAME + PARTS + ARTICLE + SWITCHES + MODES;

/** @type {CSSStyleSheet | undefined} */
let sheet;
/** The sheet that all elements share. */
export const styles = () => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
};
