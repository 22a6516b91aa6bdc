// The exit codes; those of signals stand in main.ts.

export const EXIT = { done: 0, findings: 1, unable: 2, damaged: 3, bug: 70 } as const;
