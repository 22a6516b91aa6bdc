// What the reader of one order export is told besides its bytes.

import type { KeyTable } from '../core/key-table.js';
import type { OrdersFormat } from '../platforms/types.js';
import type { HeaderMatch } from './identify.js';
import type { TokensOf } from './note-reader.js';
import type { NoteTags } from './note-tags.js';
import type { NoteTerms } from './note-terms.js';
import type { PayLaterWord } from './pay-later.js';
import type { Recipients } from './recipient-reader.js';

export interface OrderReaderOptions {
  /** Index of the input in the run. */
  readonly input: number;
  readonly path: string;
  readonly match: HeaderMatch;
  readonly format: OrdersFormat;
  readonly payLater: PayLaterWord;
  /** Orders of which some record says yes and another no: all of their lines are held. null in a first reading. */
  readonly torn: KeyTable | null;
  /** Records with bytes that the encoding does not allow are read with U+FFFD in their place. */
  readonly lossy: boolean;
  /** Takes the recipients of the records; given from outside, for reading knows nothing of linkage. */
  readonly recipients: Recipients;
  /** Takes the tokens out of a note; given from outside as well. */
  readonly noteTokens: TokensOf;
  /** The words in notes that need a look. */
  readonly noteTerms: NoteTerms;
  /** The tags by which the shop marks its own orders. */
  readonly tags?: NoteTags | null;
}
