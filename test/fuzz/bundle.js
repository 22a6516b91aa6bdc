// Puts the product's own sources together for plain scripts: Node 20 reads no TypeScript.

import { createHash } from 'node:crypto';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** Below node_modules, so that packages are found from there. */
const OUT = new URL('../../node_modules/.cache/bnpl-audit-fuzz/', import.meta.url);

/**
 * A piece of a source and what stands in its place: a product that is broken on purpose.
 * @typedef {{ file: string, from: string, to: string }} Fault
 */

/**
 * The product as it stands in src, or with a fault, as one module.
 * @param {Fault} [fault]
 * @returns {Promise<string>} its address
 */
export async function bundleProduct(fault) {
  let isIn = false;
  const bundle = await rolldown({
    input: fileURLToPath(new URL('./product.ts', import.meta.url)),
    platform: 'node',
    external: (id) => /^[^./]/.test(id),
    plugins: [
      {
        name: 'fault',
        transform(code, id) {
          if (fault === undefined || !id.endsWith(fault.file)) return null;
          isIn = code.split(fault.from).length === 2;
          return code.replace(fault.from, () => fault.to);
        },
      },
    ],
  });
  const name = fault
    ? createHash('sha256').update(JSON.stringify(fault)).digest('hex').slice(0, 12)
    : 'product';
  const path = fileURLToPath(new URL(`${name}.js`, OUT));
  await bundle.write({ file: path, format: 'esm', codeSplitting: false });
  await bundle.close();
  if (fault !== undefined && !isIn) throw new Error(`not once in ${fault.file}: ${fault.from}`);
  return pathToFileURL(path).href;
}
