// A recipient as its cells tell it, and what identifies it: the values that normalising makes of the cells.

/** The recipient of one record: cell texts without blanks around them, '' where absent. */
export interface Recipient {
  readonly name: string;
  /** The recipient's phone; where there is none, the phone of the buyer's account. */
  readonly phone: string;
  readonly buyerId: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
  readonly address: string;
  /** The phone of the account that pays, '' without one; also where it is the recipient's own. */
  readonly payer: string;
}

/** Of whom nothing is told. */
export const NOBODY: Recipient = {
  name: '',
  phone: '',
  buyerId: '',
  province: '',
  city: '',
  district: '',
  street: '',
  address: '',
  payer: '',
};

/** What identifies a recipient exactly. Every text is normalised; '' means that nothing usable stands there. */
export interface Identity {
  /** '' when absent or masked. */
  readonly name: string;
  /** What tells two families apart; '' without a name, and for an organisation, which is nobody's name. */
  readonly surname: string;
  /** The name is what somebody is called at home: on a phone that has a named person it is nobody new. */
  readonly nickname?: boolean;
  /** A full phone: its digits, or base + '-' + extension; '' when absent or masked. */
  readonly phone: string;
  /** The address below the district down to the room; '' when it names no room or is masked. */
  readonly room: string;
  /** The same of a pickup point, locker, warehouse or forwarder, down to the point's own name: such a one has no room. */
  readonly pickup: string;
  /** The whole address below the district, whether or not it names a room; '' when absent or masked. */
  readonly place: string;
  /** `province|city|district`, '' when none of them is visible. */
  readonly district: string;
  readonly province: string;
  /** A name, a phone or an address stands there, but masked. */
  readonly masked: boolean;
  /** A full phone of the account that pays, also where it is the recipient's own. */
  readonly payer?: string;
  /** What is visible of a masked name and of the last four digits of its phone; '' where either is not told. */
  readonly maskedName?: string;
  readonly tail?: string;
  /** Words of the address say that unrelated people live or work behind one door. */
  readonly communal?: boolean;
  /** The numbers of the room's address: rooms written like one another agree in them. */
  readonly block?: string;
  /** Bits of `LISTED`: lists of the shop that it is on. */
  readonly listed?: number;
  /**
   * The platform's anonymous id of the recipient, '' without one: equal ones are one person at one address. It says
   * neither which phone nor which household, so it identifies a recipient and tells no two apart.
   */
  readonly recipientId?: string;
  /** Bits of `LOOKS`. */
  readonly looks?: number;
}

/** What the cells of a recipient look like, as bits; none of them says who it is. */
export const LOOKS = {
  /** A contact stands in the address, other than the recipient's own phone and numbers for the courier. */
  contact: 1,
  /** The name is one that stands for any: a stock name, one character, only letters of the Latin alphabet. */
  standIn: 2,
  /** The address holds more beside Chinese and figures, one character more often in a row, or one district more than addresses do. */
  cluttered: 4,
} as const;

/** Turns the cells of a recipient into what identifies them; never throws, whatever the cells hold. */
export type Identify = (recipient: Recipient) => Identity;
