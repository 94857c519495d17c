export { CARDS, GROUP_CARDS } from './doors.ts';
export {
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
	sheetOf
} from './sheet.ts';
