// The configuration as JSON Schema, for editors: made from the one description by way of zod.

import { z } from 'zod';
import { SEVERITIES } from '../core/finding.js';
import type { Both } from '../core/language.js';
import { description } from './description.js';
import { ITEM_KEYS } from './given-lists.js';
import { AUTO, type Entry, type NumberSetting, type Section } from './settings.js';
import { bareNumber, wordsFor } from './units.js';

const DIGITS = '[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15}';

/** The schema as zod checks it; values may be written in all the ways that `readNumber` knows, but for full width. */
function zodSchema(section: Section = description()): z.ZodType {
  return z.strictObject(shapeOf(section)).describe(say(section.text));
}

/** The text of the schema, the same for every run. */
export function jsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(zodSchema(), { io: 'input', reused: 'ref' }), null, 2)}\n`;
}

const ITEM = Object.fromEntries(ITEM_KEYS.map((key) => [key, z.union([z.string(), z.number()]).optional()]));

const say = ({ zh, en }: Both) => `${zh} / ${en}`;

/** All keys of a section, its other names too, none of which must be there. */
function shapeOf({ keys, aliases }: Section): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, entry] of keys) {
    const schema = schemaOf(entry);
    if (schema !== null) shape[name] = schema.optional();
  }
  for (const [alias, name] of aliases ?? []) {
    const schema = shape[name];
    if (schema !== undefined) shape[alias.toUpperCase()] = schema;
  }
  return shape;
}

/** null for a key that is not set there. */
function schemaOf(entry: Entry): z.ZodType | null {
  switch (entry.kind) {
    case 'section': {
      // A section whose keys are all commented out is nothing at all.
      const whole = z.union([zodSchema(entry), z.null()]);
      const short = z.union([whole, z.boolean(), z.enum(['on', 'off', ...SEVERITIES])]);
      return (entry.isRule ? short : whole).describe(say(entry.text));
    }
    case 'named':
      return z
        .union([z.record(z.string(), z.union([zodSchema(entry.of), z.null()])), z.null()])
        .describe(say(entry.text));
    case 'elsewhere':
      return null;
    case 'version':
      return z.literal(1).describe(say(entry.text));
    case 'list': {
      const item = z.union([z.string().min(1), z.number(), z.strictObject(ITEM).describe(say(entry.text))]);
      return z.union([item, z.array(item), z.null()]).describe(say(entry.text));
    }
    case 'number':
      return numberSchema(entry);
    case 'switch':
      return z.boolean().describe(say(entry.text)).meta({ default: entry.standard });
    case 'choice':
      return z.enum(entry.of).describe(say(entry.text)).meta({ default: entry.standard });
    case 'header':
      return z.string().min(1).describe(say(entry.text));
    case 'days':
      return z
        .array(z.int().min(1).max(entry.longest))
        .min(entry.fewest)
        .max(entry.most)
        .describe(say(entry.text))
        .meta({ default: entry.standard });
  }
}

/** A bare number within its range, or one with its unit behind it. */
function numberSchema({ unit, least, most, standard, text, shared }: NumberSetting): z.ZodType {
  const isWhole = unit !== 'fen' && unit !== 'ratio' && unit !== 'factor';
  const plain = (isWhole ? z.int() : z.number()).min(bareNumber(least, unit)).max(bareNumber(most, unit));
  const sign = unit === 'fen' ? '¥? *' : '';
  const worded = z
    .string()
    .regex(new RegExp(`^${sign}(?:${DIGITS})(?:\\.[0-9]+)? *(?:${wordsFor(unit).join('|')})?$`));
  const schema = standard === null ? z.union([z.literal(AUTO), plain, worded]) : z.union([plain, worded]);
  const common = shared === undefined ? {} : { $comment: shared };
  const value = standard === null ? AUTO : bareNumber(standard, unit);
  return schema.describe(say(text)).meta({ default: value, ...common });
}
