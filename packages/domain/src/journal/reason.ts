/** A reason or a remark shorter than this, in characters after trimming, says nothing. */
export const LEAST_REASON = 10;

/** Whether the words can stand in the journal as the reason of a decision. */
export function isReason(text: string): boolean {
	return [...text.trim()].length >= LEAST_REASON;
}
