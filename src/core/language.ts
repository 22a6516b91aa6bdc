// The two languages of everything that people read.

export type Language = 'zh' | 'en';

/** A text in both languages: whoever adds one must write both, or it does not compile. */
export type Both<T = string> = Readonly<Record<Language, T>>;
