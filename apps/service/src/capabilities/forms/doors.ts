import { readOccasion } from '@stazhirovka/domain/diagnostics';
import { openedCards, type ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { missing } from '../../shell/errors.ts';

/**
 * How a form is reached through the addresses of forms. A card is filled, handed in and shown to the tutor here.
 * A draft is only saved here: handing it in is another capability's decision. Everything else has no door at all.
 */
export type Door = 'card' | 'draft';

/** Filled by the tutor and the interns together, beside each intern's own (R84). */
export const GROUP_CARDS: readonly string[] = ['correlation_card'];

const DRAFTS = new Set(['diagnostic', 'effectiveness_card', 'final_work']);
const TASK = 'task:';

export function doorOf(document: ProgrammeDocument, key: string, occasion: string): Door {
	const perVideo = document.forms[key]?.per === 'video';
	const known = perVideo ? hasVideo(document, occasion) : occasion === '' || isAttempt(key, occasion);
	if (!known) return missing('form');

	if (openedCards(document).includes(key)) return 'card';
	return DRAFTS.has(key) || key.startsWith(TASK) ? 'draft' : missing('form');
}

/** The task that the form `task:T01` belongs to; `null` for any other form. */
export function taskOf(key: string): string | null {
	return key.startsWith(TASK) ? key.slice(TASK.length) : null;
}

/** Each attempt at the diagnosis has a sheet of its own. */
function isAttempt(key: string, occasion: string): boolean {
	return key === 'diagnostic' && readOccasion(occasion) !== null;
}

function hasVideo({ videos = [] }: ProgrammeDocument, key: string): boolean {
	return videos.some((video) => video.key === key);
}
