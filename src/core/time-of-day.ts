// The time of day and the week of a civil moment: hours of the week, what counts as night, and the Monday of a day.

const DAY = 86_400;
const HOUR = 3600;
const HOURS_OF_DAY = 24;
export const HOURS_OF_WEEK = 7 * HOURS_OF_DAY;
/** Night is from 0 o'clock to before this hour. */
const NIGHT_ENDS = 6;
/** Day number 0 was a Thursday; a week begins with Monday. */
const WEEKDAY_OF_DAY_0 = 3;

/** The hour of the week of civil seconds from 1970 on, Monday 0 o'clock is 0; -1 at midnight sharp: a day without a time of day. */
export function hourOfWeek(seconds: number): number {
  const second = seconds % DAY;
  if (!(second > 0)) return -1;
  const day = (seconds - second) / DAY;
  return ((day + WEEKDAY_OF_DAY_0) % 7) * HOURS_OF_DAY + Math.floor(second / HOUR);
}

/** Whether an hour of the week, or of the day, is at night. */
export function isNight(hour: number): boolean {
  return hour % HOURS_OF_DAY < NIGHT_ENDS;
}

/** The day number of the Monday with which the week of a day begins. */
export function mondayOf(day: number): number {
  return day - ((((day + WEEKDAY_OF_DAY_0) % 7) + 7) % 7);
}
