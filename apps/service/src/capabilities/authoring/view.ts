import type { DraftComment, PartState } from '@stazhirovka/contract/authoring';
import { shortName } from '@stazhirovka/domain/certificates';
import type { CommentRow } from './comments-store.ts';
import type { SavedPart } from './draft-store.ts';

export function toPartState({ revision, savedAt, savedBy }: Omit<SavedPart, 'part' | 'value'>): PartState {
	return { revision, savedAt: savedAt.toISOString(), savedBy };
}

/** Every part that was ever saved, by its name. */
export function toPartStates(parts: readonly SavedPart[]): Record<string, PartState> {
	return Object.fromEntries(parts.map((saved) => [saved.part, toPartState(saved)]));
}

/** `writes`: the reader is an author; only one's own words are taken back. */
export function toComment(
	{ comment, by, settledBy }: CommentRow,
	{ writes, personId }: { writes: boolean; personId: string }
): DraftComment {
	const { id, part, place, text, createdAt, settledAt } = comment;
	return {
		...{ id, part, place, text },
		by: by ? shortName(by) : '',
		at: createdAt.toISOString(),
		settled: settledAt ? { by: settledBy ? shortName(settledBy) : '', at: settledAt.toISOString() } : null,
		can: { settle: writes, remove: writes && comment.personId === personId }
	};
}
