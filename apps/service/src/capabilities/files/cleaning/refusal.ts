/** Why bytes cannot be shown without what they say of their author. */
export const REASONS = ['kind', 'broken', 'locked', 'too_large', 'too_long', 'holds_unknown'] as const;
export type Reason = (typeof REASONS)[number];

export class Uncleanable extends Error {
	readonly reason: Reason;

	constructor(reason: Reason) {
		super(reason);
		this.reason = reason;
	}
}
