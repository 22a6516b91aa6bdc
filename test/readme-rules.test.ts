// The README's table of rules is the one that the code makes: `npm run docs` writes it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesMarkdown, withRules } from '../src/report/rules-text.js';
import { RULES } from '../src/rules/index.js';
import { ROOT } from './support/command.js';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe("the README's table of rules", () => {
  it('is the one that would be generated', () => {
    expect(readme).toMatch(/^<!-- rules:(?:zh|en) -->$/m);
    expect(withRules(readme, RULES)).toBe(readme);
  });

  it('names every rule once in each language', () => {
    const tables = [...readme.matchAll(/<!-- rules:(?:zh|en) -->([\s\S]*?)<!-- \/rules -->/g)];
    expect(tables.length).toBeGreaterThan(0);
    for (const [, table = ''] of tables) {
      const named = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id]) => id);
      expect(named).toEqual(RULES.map(({ id }) => id));
    }
  });
});

describe('withRules', () => {
  it('fills the place between the marks, in the language they name, and nothing else', () => {
    const document =
      'a\n<!-- rules:en -->\nold | rows\n<!-- /rules -->\nb\n<!-- rules:zh -->\n<!-- /rules -->\n';
    const made = withRules(document, RULES);
    expect(made).toBe(
      `a\n<!-- rules:en -->\n${rulesMarkdown(RULES, 'en')}\n<!-- /rules -->\nb\n<!-- rules:zh -->\n${rulesMarkdown(RULES, 'zh')}\n<!-- /rules -->\n`,
    );
    expect(withRules(made, RULES)).toBe(made);
  });

  it('leaves a document without marks alone', () => {
    expect(withRules('no marks\n', RULES)).toBe('no marks\n');
  });
});
