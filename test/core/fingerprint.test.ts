// Names made of content: they hang on rule and orders alone.
import { describe, expect, it } from 'vitest';
import { clusterId, fingerprintOf } from '../../src/core/fingerprint.js';

describe('fingerprints', () => {
  it('are those of the rule and the orders, in any sequence', () => {
    expect(fingerprintOf('a', ['2', '1'])).toBe(fingerprintOf('a', ['1', '2']));
    expect(fingerprintOf('a', ['1', '2'])).toMatch(/^[0-9a-f]{16}$/);
  });

  it('tell rules apart, and orders that only look alike when joined', () => {
    const names = [
      fingerprintOf('a', ['1', '2']),
      fingerprintOf('b', ['1', '2']),
      fingerprintOf('a', ['12']),
      fingerprintOf('a', ['1']),
    ];
    expect(new Set(names).size).toBe(4);
  });

  it('of a cluster are C- and ten hex digits of SHA-256 over its sorted order numbers', () => {
    // printf '1\n2\n' | sha256sum
    expect(clusterId(['2', '1'])).toBe('C-a6e2b7a040');
  });
});
