// Takes away the line of a terminal on which the cursor stands.

export const ERASE = '\r\u001b[K';
