// Where a value in force came from.

/** What the user typed, a variable of the environment, the configuration file, or the only default. */
export type ValueSource = 'flag' | 'environment' | 'config' | 'default';
