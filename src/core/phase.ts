// The parts of a run, in their order, as progress and --verbose tell them.

export const PHASES = ['open', 'read', 'bills', 'after-sales', 'judge', 'write'] as const;
export type Phase = (typeof PHASES)[number];

/** Called when a part begins, with the bytes that it is going to read: 0 where it reads none. */
export type OnPhase = (phase: Phase, bytes: number) => void;
