// Charts of the page as SVG, made here and not in a browser: bars with their figures as text.

import { formatDate } from '../../core/dates.js';
import { formatYuanGrouped as yuan } from '../../core/money.js';
import type { OpenWeek } from '../../portfolio/open-weeks.js';
import { type Html, html } from '../html.js';
import type { Language, SummaryModel } from '../model.js';
import { CHARTS } from '../words/page.js';
import { bucketName } from '../words/terms.js';

const [WIDTH, LABEL, FIGURE, ROW, BAR] = [640, 110, 130, 24, 16];
/** So many weeks are shown, the latest ones; what is older stands in one bar. */
const MOST_WEEKS = 26;

interface Bar {
  readonly label: string;
  readonly fen: number;
  readonly provenFen: number;
}

/** The buckets that hold orders, each with its proven and its unproven part; nothing without any. */
export function agingChart({ aging, provenAging }: SummaryModel, language: Language): Html | null {
  const proven = new Map(provenAging.map(({ bucket, fen }) => [bucket, fen]));
  const bars = aging
    .filter(({ orders }) => orders > 0)
    .map(({ bucket, fen }) => ({
      label: bucketName(bucket)[language],
      fen,
      provenFen: proven.get(bucket) ?? 0,
    }));
  return barChart(bars, CHARTS.aging[language]);
}

/** By the week in which an order was placed what is still open of it. */
export function weeksChart(weeks: readonly OpenWeek[], language: Language): Html | null {
  const shown = weeks.slice(-MOST_WEEKS);
  const older = weeks.slice(0, -MOST_WEEKS);
  const bars = shown.map(({ from, fen, provenFen }) => ({ label: formatDate(from), fen, provenFen }));
  if (older.length > 0) {
    bars.unshift({
      label: `< ${formatDate(shown[0]!.from)}`,
      fen: older.reduce((sum, { fen }) => sum + fen, 0),
      provenFen: older.reduce((sum, { provenFen }) => sum + provenFen, 0),
    });
  }
  return barChart(bars, CHARTS.weeks[language]);
}

/** Stacked bars, one below the other; null without any yuan. Widths are whole, so that the same data give the same bytes. */
function barChart(bars: readonly Bar[], title: string): Html | null {
  const most = Math.max(0, ...bars.map(({ fen }) => fen));
  if (most === 0) return null;
  const room = WIDTH - LABEL - FIGURE;
  const height = bars.length * ROW + 4;
  const rows = bars.map(({ label, fen, provenFen }, i) => {
    const y = i * ROW + 4;
    const whole = Math.round((fen / most) * room);
    const proven = fen === 0 ? 0 : Math.round((Math.min(provenFen, fen) / most) * room);
    return html`<text x="0" y="${y + 13}">${label}</text><rect class="unproven" x="${LABEL}" y="${y}" width="${whole}" height="${BAR}"/><rect class="proven" x="${LABEL}" y="${y}" width="${proven}" height="${BAR}"/><text x="${LABEL + whole + 6}" y="${y + 13}">${yuan(fen)}</text>`;
  });
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${title}"><title>${title}</title>${rows}</svg>`;
}
