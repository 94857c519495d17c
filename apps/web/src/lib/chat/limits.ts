import { LONGEST_MESSAGE, MOST_FILES, MOST_MENTIONS } from '@stazhirovka/domain/chat';

/** Why a message cannot go as it stands. */
export type Fault = 'long' | 'files' | 'called' | 'editing' | 'standing';

/** The service refuses a message that is too much as a whole and cannot tell what of it is: here it can be told. */
export function tooMuch(message: { text: string; files: number; mentions: number }): Fault | null {
	if (message.text.length > LONGEST_MESSAGE) return 'long';
	if (message.files > MOST_FILES) return 'files';
	return message.mentions > MOST_MENTIONS ? 'called' : null;
}

/** Words without what cannot be sent: for a break of a line Word has a sign of its own, other such signs mean nothing. */
export function legible(text: string): string {
	const lines = text.replaceAll(/[\u000b\u000c]/g, '\n');
	return lines.replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '').toWellFormed();
}
