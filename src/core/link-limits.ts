// The catalogue's limits on keys that several people share, with their only defaults: linkage and rules use them.

/** So many buyers on one key make a group. */
export const LINK_BUYERS = 3;
/** A phone or a room that more people than this share links nobody. */
export const HUB_PEOPLE = 25;
/** A pickup point is told from so many people on. */
export const PICKUP_PEOPLE = 5;
