/** How long a review that was given and not begun stays with its reviewer. */
export const LEASE_DAYS = 3;

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Parts of the lease after which its reviewer is reminded. */
const REMINDERS = [0.5, 0.8];

export type Lease = { from: Date; reminders: Date[]; until: Date };

/** A lease runs by the clock, not by calendar days: one given at noon ends at noon. */
export function leaseFrom(from: Date, days = LEASE_DAYS): Lease {
	const after = (part: number) => new Date(from.getTime() + Math.round(part * days * DAY_MILLISECONDS));
	return { from, reminders: REMINDERS.map(after), until: after(1) };
}

/** Over from its last moment on. */
export function isExpired({ until }: Lease, now: Date): boolean {
	return now >= until;
}

/** The reminder to send now: one that came since the last was sent; of two that were missed only the later one. */
export function dueReminder(lease: Lease, sentAt: Date | null, now: Date): Date | null {
	if (isExpired(lease, now)) return null;
	return lease.reminders.findLast((moment) => moment <= now && (sentAt === null || sentAt < moment)) ?? null;
}
