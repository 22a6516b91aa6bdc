// The catalogue's limits on keys that several people share, with their only defaults: linkage and rules use them.

/** So many buyers on one key make a group. */
export const LINK_BUYERS = 3;
/** A phone or a room that more people than this share links nobody. */
export const HUB_PEOPLE = 25;
/** A pickup point is told from so many people on. */
export const PICKUP_PEOPLE = 5;
/** A token of notes that more people than this share links nobody. */
export const NOTE_PEOPLE = 10;
/** A waybill that more people than this share is a number typed or copied in place of one: it links nobody. */
export const WAYBILL_PEOPLE = 25;
/** Several expected accidents among the visible parts of masked recipients, and none of these links: E < 1. */
export const MOST_ACCIDENTS = 1;

/** Buyers of a building above whom it is a crowd's; and the fewest in a week of whom anything is told (CL3). */
export const BUILDING_MOST = 25;
export const BUILDING_FEWEST = 4;
