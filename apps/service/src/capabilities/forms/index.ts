export { GROUP_CARDS } from './doors.ts';
export {
	answersAt,
	closeAsSaved,
	discard,
	guardPast,
	guardPrivacy,
	handIn,
	isBegun,
	isHandedIn,
	readSheet,
	reopen,
	reopenFor,
	saveDraft,
	sheetOf,
	type Sheet
} from './sheet.ts';
