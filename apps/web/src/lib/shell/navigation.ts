/** What a person may enter, as the service says it. */
export type Homes = Record<
	'intern' | 'tutor' | 'leader' | 'coordinator' | 'expert' | 'municipality',
	boolean
>;

export type Place =
	| 'news'
	| 'status'
	| 'calendar'
	| 'programmes'
	| 'support'
	| 'faq'
	| 'my'
	| 'tutor'
	| 'leader'
	| 'coordinator'
	| 'expert'
	| 'plans'
	| 'chat'
	| 'applications'
	| 'account'
	| 'sign-in'
	| 'sign-up';

export type Entry = { place: Place; href: string; current: boolean };

export type Navigation = {
	/** The portal's six doors, open to everybody. */
	portal: Entry[];
	/** The person's own rooms; empty for a guest. */
	own: Entry[];
	/** What the narrow bar at the foot of a phone has room for: at most four. */
	bar: Entry[];
};

const PORTAL: Place[] = ['news', 'status', 'calendar', 'programmes', 'support', 'faq'];
const HOMES = {
	my: 'intern',
	tutor: 'tutor',
	leader: 'leader',
	coordinator: 'coordinator',
	expert: 'expert',
	plans: 'municipality'
} as const;

/** The menus of one page. `homes` is null for a guest. */
export function navigate(homes: Homes | null, path: string): Navigation {
	const entry = (place: Place): Entry => ({ place, href: `/${place}`, current: inside(path, `/${place}`) });
	const rooms = homes
		? (Object.keys(HOMES) as (keyof typeof HOMES)[]).filter((key) => homes[HOMES[key]])
		: [];
	const own: Place[] = homes ? [...rooms, 'chat'] : [];
	const bar: Place[] = homes
		? [...rooms.slice(0, 2), 'chat', 'calendar']
		: ['programmes', 'calendar', 'news', 'sign-in'];

	return { portal: PORTAL.map(entry), own: own.map(entry), bar: bar.map(entry) };
}

function inside(path: string, place: string): boolean {
	return path === place || path.startsWith(`${place}/`);
}
