export { audienceFit, type AudienceFit } from './audience.ts';
export {
	GROUP_COLUMNS,
	GROUP_HEADINGS,
	groupFaults,
	MOST_ROWS,
	soundRows,
	type GroupColumn,
	type GroupFault,
	type GroupRow,
	type GroupSurroundings,
	type KnownAccount
} from './group-list.ts';
export {
	freeSeats,
	lineUp,
	placeBehind,
	placeIfAdmitted,
	placeInLine,
	serve,
	servesItself,
	usualHold,
	type InLine,
	type Seats
} from './line.ts';
export {
	isSchoolFull,
	mayComeFrom,
	NO_SCHOOL_LIMIT,
	seatsBySchool,
	withSeatOf,
	type SchoolLimit,
	type SchoolRefusal
} from './schools.ts';
export { foldTitle } from './titles.ts';
