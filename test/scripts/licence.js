// The licence under which data is handed out, for the head of a file that is made of it.
import { readFileSync } from 'node:fs';

/**
 * Its text as lines of a comment.
 * @param {string} path
 * @returns {string}
 */
export function licenceComment(path) {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => `// ${line.trim()}`.trimEnd())
    .join('\n');
}
