// Wall-clock times of the generated files, as whole seconds that know no time zone.

/** Seconds in a day and in an hour. */
export const DAY = 86_400;
export const HOUR = 3_600;

/**
 * @param {string} text `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`
 * @returns {number} seconds since 1970-01-01 00:00:00 on the same wall clock
 */
export function parseTime(text) {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d))?$/.exec(text);
  if (found === null) throw new Error(`not a time: ${text}`);
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? '0'));
  const days = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / 1000;
  return days + (hour ?? 0) * HOUR + (minute ?? 0) * 60 + (second ?? 0);
}

/**
 * @param {number} seconds as `parseTime` gives them
 * @returns {string} `YYYY-MM-DD HH:MM:SS`
 */
export function formatTime(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * @param {string} time `YYYY-MM-DD HH:MM:SS`
 * @returns {string} the same as it stands in names of export files: `YYYY-MM-DD-HH-MM-SS`
 */
export function fileStamp(time) {
  return time.replace(/[ :]/g, '-');
}
