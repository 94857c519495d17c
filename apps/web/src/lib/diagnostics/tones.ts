/** How the levels of a deficit look. */
export const TONES = { none: 'done', partial: 'need', expressed: 'late' } as const;
