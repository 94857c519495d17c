/** Stored from the first sending on; before it a task is locked or open, which follows from the route (never stored). */
export const SUBMISSION_STATES = ['sent', 'returned', 'accepted'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];
