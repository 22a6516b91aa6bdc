// What a configuration says of linking: the rules about groups hold its limits as their parameters.

import { type Config, setupOf } from '../config/config.js';
import { hubCaps, type LinkLimits } from '../linkage/linkage-options.js';
import { sharedPhone } from '../rules/shared-phone.js';
import { sharedPoint } from '../rules/shared-point.js';

/** What links, and what is shared by too many to link. */
export function linkLimits(config: Config): LinkLimits {
  const { buyers } = setupOf(config, sharedPhone, 0).values;
  const { phonePeople, roomPeople, pickupPeople, notePeople, waybillPeople } = setupOf(
    config,
    sharedPoint,
    0,
  ).values;
  return {
    fewestBuyers: buyers!,
    hubCap: hubCaps(phonePeople!, roomPeople!, notePeople!, waybillPeople!),
    fewestAtPickup: pickupPeople!,
  };
}
