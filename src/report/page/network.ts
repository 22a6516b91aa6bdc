// A group as a small drawing: its orders on a ring, what they share in the middle, a line for each order that carries it.

import type { ClusterModel } from '../findings.js';
import { type Html, html } from '../html.js';
import type { Language } from '../model.js';
import { cleanForTerminal } from '../text.js';
import { CHARTS } from '../words/page.js';

const [WIDTH, HEIGHT] = [520, 260];
/** More than these make no picture that anybody could read. */
const [MOST_ORDERS, MOST_LINKS] = [40, 8];

/** Deterministic: places follow from the sequence of orders and links alone, rounded to whole pixels. */
export function networkDrawing({ orders, links }: ClusterModel, language: Language): Html {
  const shown = orders.slice(0, MOST_ORDERS);
  const keys = links.slice(0, MOST_LINKS);
  const place = new Map(
    shown.map((order, i) => [order, onRing(i, shown.length, WIDTH / 2 - 24, HEIGHT / 2 - 16)]),
  );
  const middle = keys.map((_, i) =>
    keys.length === 1 ? { x: WIDTH / 2, y: HEIGHT / 2 } : onRing(i, keys.length, WIDTH / 5, HEIGHT / 5),
  );
  const edges = keys.flatMap(({ orders: own }, i) =>
    own.flatMap((order) => {
      const end = place.get(order);
      const { x, y } = middle[i]!;
      return end === undefined
        ? []
        : [html`<line class="edge" x1="${x}" y1="${y}" x2="${end.x}" y2="${end.y}"/>`];
    }),
  );
  const nodes = shown.map((order) => {
    const { x, y } = place.get(order)!;
    return html`<circle class="node" cx="${x}" cy="${y}" r="5"/>`;
  });
  const names = keys.map(({ shown: text, name }, i) => {
    const { x, y } = middle[i]!;
    const label = cleanForTerminal(text) || name;
    return html`<circle class="key" cx="${x}" cy="${y}" r="8"/><text x="${x}" y="${y - 12}" text-anchor="middle">${label}</text>`;
  });
  const title = CHARTS.group[language](orders.length, links.length);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${title}"><title>${title}</title>${edges}${nodes}${names}</svg>`;
}

function onRing(at: number, of: number, x: number, y: number): { x: number; y: number } {
  const angle = (2 * Math.PI * at) / of - Math.PI / 2;
  return { x: Math.round(WIDTH / 2 + x * Math.cos(angle)), y: Math.round(HEIGHT / 2 + y * Math.sin(angle)) };
}
