/** Every kind of room, told apart by what holds of it; a new kind is a new row here. */
export const ROOM_KINDS = [
	'private',
	'group',
	'work',
	'working_group',
	'staff',
	'association',
	'conference'
] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

export type RoomRules = {
	/** Under which heading it stands in the list of one's rooms. */
	shelf: 'cohort' | 'site' | 'space';
	/** `settled`: its people follow from other facts; `joined`: they come and go by themselves. */
	people: 'settled' | 'joined';
	/** Both sides of a talk between two pin. */
	everybodyPins: boolean;
	/** One speaks at a time, and whose turn it is, is told by the room (R62). */
	byTurns: boolean;
};

const COHORT: RoomRules = { shelf: 'cohort', people: 'settled', everybodyPins: false, byTurns: false };
const SITE: RoomRules = { ...COHORT, shelf: 'site' };
const SPACE: RoomRules = { ...COHORT, shelf: 'space', people: 'joined' };

/** The one policy of rooms (R62, R66, R104, R105). */
export const ROOM_RULES: Record<RoomKind, RoomRules> = {
	private: { ...COHORT, everybodyPins: true },
	group: COHORT,
	work: COHORT,
	working_group: SITE,
	staff: SITE,
	association: SPACE,
	conference: { ...SPACE, byTurns: true }
};

export const SPACE_KINDS = ['association', 'conference'] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];

/** Who may come in by himself: people of the site, of one of its cohorts as well, or of any site of the region who were given the link. */
export const ADMISSIONS = ['site', 'cohort', 'region'] as const;
export type Admission = (typeof ADMISSIONS)[number];

/** What a person is to the site of a room. */
export type Belonging = { toSite: boolean; toCohort: boolean; toRegion: boolean; hasLink: boolean };

/** Whether a person may come into an association or a conference by himself (R62). */
export function mayJoin(admits: Admission, { toSite, toCohort, toRegion, hasLink }: Belonging): boolean {
	if (toSite) return true;
	if (admits === 'cohort') return toCohort;
	return admits === 'region' && toRegion && hasLink;
}
