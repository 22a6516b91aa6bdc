// Configurations from text, and what is wrong in those that are refused.
import { type Config, NO_CONFIG } from '../../src/config/config.js';
import type { Issue } from '../../src/config/issues.js';
import { readConfig, type Sources } from '../../src/config/read.js';
import { UserError } from '../../src/core/user-error.js';

export const FILE = { path: '/shop/bnpl-audit.yaml', name: 'bnpl-audit.yaml', sha256: '0'.repeat(64) };

/** The configuration that a file with this text makes, with what else is said; null: there is no file. */
export function configured(
  text: string | null,
  { environment = [], flags = [] }: Partial<Pick<Sources, 'environment' | 'flags'>> = {},
): Promise<Config> {
  return readConfig({ file: text === null ? null : { ...FILE, text }, environment, flags });
}

/** The error that refuses it; throws where nothing does. */
export async function errorOf(...args: Parameters<typeof configured>): Promise<UserError> {
  let made = NO_CONFIG;
  try {
    made = await configured(...args);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`was accepted: ${JSON.stringify(made)}`);
}

/** What is wrong in it, in the order of the file. */
export async function refused(...args: Parameters<typeof configured>): Promise<Issue[]> {
  const { facts } = await errorOf(...args);
  return (facts['issues'] as readonly string[]).map((issue) => JSON.parse(issue) as Issue);
}
