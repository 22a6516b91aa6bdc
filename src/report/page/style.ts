// The page's own style sheet: quiet and dense, light and dark, a phone, a screen and paper.

export const STYLE = `
:root { color-scheme: light dark; --ink: #16191d; --quiet: #59626e; --line: #d5dae0; --ground: #fff; --soft: #f4f6f8; --dark: #1f5f99; --light: #a9c8e6; --critical: #a3121f; --high: #9c4a00; --focus: #1f5f99 }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaee; --quiet: #a3adb8; --line: #3a4149; --ground: #14171a; --soft: #1d2125; --dark: #6fb1ee; --light: #2f5578; --critical: #ff9a9f; --high: #ffb978; --focus: #6fb1ee } }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0 auto; padding: 16px; max-width: 1180px; font: 15px/1.55 -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--ink); background: var(--ground) }
h1 { font-size: 22px; margin: 0 0 4px }
h2 { font-size: 17px; margin: 28px 0 8px; padding-top: 8px; border-top: 2px solid var(--ink) }
h3 { font-size: 15px; margin: 12px 0 4px }
p { margin: 4px 0; overflow-wrap: anywhere }
.quiet { color: var(--quiet) }
.lead { font-size: 19px; font-weight: 600; margin: 10px 0 }
nav { margin: 12px 0; display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 14px }
a { color: var(--dark) }
.skip { position: absolute; left: -999px }
.skip:focus { position: static }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
.box { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: 14px }
th, td { text-align: left; vertical-align: top; padding: 4px 10px 4px 0; border-bottom: 1px solid var(--line) }
th { color: var(--quiet); font-weight: normal; white-space: nowrap }
td.n, th.n, #all td:nth-child(4) { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
td.s, #all td:nth-child(5), #all td:nth-child(6) { white-space: nowrap }
table.narrow { width: auto }
table.narrow td, table.narrow th { padding-right: 28px }
td.id, #all td:nth-child(3) { font-variant-numeric: tabular-nums; white-space: nowrap }
.critical { color: var(--critical); font-weight: 600 }
.high { color: var(--high); font-weight: 600 }
th button, td button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit }
td button { text-decoration: underline dotted }
th[aria-sort="ascending"] button::after { content: " \\2191" }
th[aria-sort="descending"] button::after { content: " \\2193" }
.tools { display: none; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin: 8px 0 }
.live .tools { display: flex }
.tools input, .tools select, .more { font: inherit; padding: 4px 8px; color: inherit; background: var(--soft); border: 1px solid var(--line); border-radius: 4px; max-width: 100% }
.tools label { max-width: 100% }
.tools select { max-width: min(18em, 62vw) }
.tools input { min-width: min(22em, 100%) }
details { border-bottom: 1px solid var(--line); padding: 6px 0 }
summary { cursor: pointer }
svg { max-width: 100%; height: auto; display: block; margin: 6px 0 }
svg text { fill: var(--ink); paint-order: stroke; stroke: var(--ground); stroke-width: 3px; font: 13px -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums }
svg .proven { fill: var(--dark) }
svg .unproven { fill: var(--light) }
svg .edge { stroke: var(--quiet); stroke-width: 1 }
svg .key { fill: var(--ground); stroke: var(--dark); stroke-width: 2 }
svg .node { fill: var(--dark) }
@media (max-width: 640px) {
  body { padding: 10px }
  .cards thead { position: absolute; left: -999px }
  .cards tr { display: block; padding: 6px 0; border-bottom: 1px solid var(--line) }
  .cards td { display: inline-block; border: 0; padding: 0 10px 0 0; text-align: left }
  .cards td.w, #all td:last-child { display: block }
}
@page { size: A4; margin: 12mm }
@media print {
  :root { color-scheme: light; --ink: #000; --quiet: #444; --line: #bbb; --ground: #fff; --dark: #1f5f99; --light: #a9c8e6; --critical: #a3121f; --high: #7a3a00 }
  body { max-width: none; padding: 0; font-size: 9.5pt }
  table { font-size: 9pt }
  nav, .tools, .more, .skip { display: none !important }
  h2 { break-after: avoid; font-size: 12pt; margin-top: 14pt }
  tr, svg { break-inside: avoid }
  thead { display: table-header-group }
}
`;
