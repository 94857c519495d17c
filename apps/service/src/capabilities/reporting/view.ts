import { fullName } from '@stazhirovka/domain/certificates';
import type { JournalRow } from './queries.ts';

export function toJournalEntry({ id, at, kind, actor, subject }: JournalRow) {
	return {
		id,
		at: at.toISOString(),
		kind,
		actor: actor && fullName(actor),
		subject: subject && fullName(subject)
	};
}
