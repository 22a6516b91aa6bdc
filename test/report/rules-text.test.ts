// The catalogue of rules as people read it: everything in it, aligned, within its width.
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { rulesMarkdown, rulesText } from '../../src/report/rules-text.js';
import type { View } from '../../src/report/view.js';
import { RULES } from '../../src/rules/index.js';

const VIEW: View = { language: 'zh', columns: 79, colour: 0, ascii: true };
const LANGUAGES = ['zh', 'en'] as const;

describe('rulesText', () => {
  it.each(LANGUAGES)('names every rule in %s with its code, title and parameters', (language) => {
    const text = rulesText(RULES, { ...VIEW, language, columns: 120 });
    const flat = text.replace(/\s+/g, ' ');
    for (const { id, aliases, title, params } of RULES) {
      expect(text).toMatch(new RegExp(`^  ${id} +${aliases[0]} `, 'm'));
      expect(flat).toContain(title[language]);
      for (const name of Object.keys(params)) expect(flat).toContain(` ${name}=`.trim());
    }
    expect(text).toContain(language === 'zh' ? 'min=1,000.00 元' : 'min=1,000.00 yuan');
    expect(text).toContain('share=0.5%');
  });

  it.each(LANGUAGES)('is never wider than asked in %s, and draws nothing of ambiguous width', (language) => {
    for (const columns of [40, 60, 79, 100, 120]) {
      const text = rulesText(RULES, { ...VIEW, language, columns });
      const widths = text.split('\n').map((line) => stringWidth(line));
      expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
      expect(stringWidth(text, { ambiguousIsNarrow: false })).toBe(stringWidth(text));
      expect(text).not.toMatch(/undefined|NaN| \n|\n\n\n/);
    }
  });

  it.each(LANGUAGES)('sets the columns under each other in %s', (language) => {
    const lines = rulesText(RULES, { ...VIEW, language }).split('\n');
    const rows = lines.filter((line) => /^ {2}[a-z-]+ {2,}[A-Z]+\d/.test(line));
    expect(rows).toHaveLength(RULES.length);
    const starts = rows.map((line) => line.search(/(?<= )[A-Z]+\d/));
    expect(new Set(starts).size).toBe(1);
  });

  it('marks the severities that depend on the figures', () => {
    const text = rulesText(RULES, { ...VIEW, language: 'en' });
    for (const { id, severity, bands, off } of RULES) {
      const shown = off === true ? 'off' : `${severity}${bands ? '\\+' : ''}`;
      expect(text).toMatch(new RegExp(`^  ${id} .* ${shown} `, 'm'));
    }
  });

  it('is the same text with colour and without', () => {
    const coloured = rulesText(RULES, { ...VIEW, colour: 1 });
    expect(coloured).toContain('\x1b[');
    expect(coloured.replace(/\p{Cc}\[\d+m/gu, '')).toBe(rulesText(RULES, VIEW));
  });
});

describe('rulesMarkdown', () => {
  it.each(LANGUAGES)('has one row a rule and as many cells in each in %s', (language) => {
    const lines = rulesMarkdown(RULES, language).split('\n');
    expect(lines).toHaveLength(RULES.length + 2);
    expect(new Set(lines.map((line) => line.split(/(?<!\\)\|/).length)).size).toBe(1);
  });

  it('keeps a vertical bar in its cell', () => {
    const [rule] = RULES;
    const bar = { ...rule!, title: { zh: 'a|b', en: 'a|b' } };
    expect(rulesMarkdown([bar], 'zh')).toContain('| a\\|b |');
  });
});
