// Writes what the README holds of the code: the table of rules between its marks. Run by `npm run docs`, after a build.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withRules } from '../../dist/report/rules-text.js';
import { RULES } from '../../dist/rules/index.js';

const path = join(import.meta.dirname, '..', '..', 'README.md');
const document = readFileSync(path, 'utf8');
const made = withRules(document, RULES);
if (made !== document) writeFileSync(path, made);
