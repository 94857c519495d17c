const dot = (y: number) => `M11 ${y}a1 1 0 1 0 2 0a1 1 0 1 0-2 0`;

/** Signs of the rows, as Lucide draws them (ISC): `reply`, `ellipsis-vertical`, `check`, `check-check`. */
export const DRAWN = {
	reply: 'M20 18v-2a4 4 0 0 0-4-4H4M9 17l-5-5 5-5',
	more: dot(5) + dot(12) + dot(19),
	stored: 'M20 6 9 17l-5-5',
	read: 'M18 6 7 17l-5-5M22 10l-7.5 7.5L13 16'
};
