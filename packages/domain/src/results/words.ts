/** What the author of a work fills after the announcement. */
export const RESULT_SHEETS = ['recommendations', 'appeal'] as const;
export type ResultSheetKind = (typeof RESULT_SHEETS)[number];

/** How an author answers a recommendation (R117). */
export const REPLIES = ['accepted', 'partly', 'rejected'] as const;
export type Reply = (typeof REPLIES)[number];

/** What an author says of a review; `skipped` is no word on it. */
export const USEFULNESS = ['useful', 'partly', 'useless', 'skipped'] as const;
export type Usefulness = (typeof USEFULNESS)[number];
