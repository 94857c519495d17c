export { CARDS, GROUP_CARDS } from './doors.ts';
export {
	guardPast,
	guardPrivacy,
	handIn,
	isBegun,
	isHandedIn,
	readSheet,
	reopen,
	saveDraft,
	sheetOf
} from './sheet.ts';
