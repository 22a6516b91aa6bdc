// What the fuzzer calls of the product: one list, so that a plain script can bundle it and a test can import it.
export { audit } from '../../src/audit.js';
export { Crowd } from '../../src/core/crowd.js';
export { ORDER_FIELDS } from '../../src/core/fields.js';
export { IdentityLines } from '../../src/core/identity-lines.js';
export { IRREGULAR } from '../../src/core/irregular.js';
export { LINE_END } from '../../src/core/record-map.js';
export { Shops } from '../../src/core/shops.js';
export { UserError } from '../../src/core/user-error.js';
export { RecipientReader } from '../../src/ingest/recipient-reader.js';
export { utf16Source } from '../../src/io/byte-source.js';
export { realPort } from '../../src/io/port.js';
export { RecordScanner } from '../../src/io/scanner.js';
export { RingEmptier, RingFiller } from '../../src/io/shared-ring.js';
export { identify } from '../../src/linkage/identity.js';
export { jsonReport } from '../../src/report/json.js';
export { RecipientSender, readRecipients, recipientMemory } from '../../src/steps/recipient-batches.js';
