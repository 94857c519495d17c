export { drawReaders, READERS, type GivenReading, type ReaderPair, type ShownDraft } from './readers.ts';
export {
	decideComment,
	decideShowing,
	READING_HOURS,
	readingDue,
	roundState,
	type CommentRefusal,
	type DraftRound,
	type RoundState,
	type ShowingRefusal
} from './round.ts';
export { DRAFT_SHEET, draftWords, FEWEST_DRAFT_WORDS } from './sheet.ts';
