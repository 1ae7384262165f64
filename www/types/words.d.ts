/** Every word of the interface: a text, or its forms by number. */
export const WORDS: Record<string, string | { one?: string; other: string }>;
