import type { RegisterDocument } from '@stazhirovka/contract/register';

type Deadline = NonNullable<RegisterDocument['deadline']>;
type Due = { document: RegisterDocument; deadline: Deadline };

/** So many days before its end a deadline asks for somebody. */
export const SOON_DAYS = 14;

/** Of the documents that are not uploaded: those whose day has passed, and the nearest day of the others. */
export function dueDocuments(documents: readonly RegisterDocument[]) {
	const due = documents
		.filter(({ uploaded }) => uploaded === null)
		.flatMap((document): Due[] => (document.deadline ? [{ document, deadline: document.deadline }] : []))
		.toSorted((one, other) => one.deadline.left - other.deadline.left);
	const late = due.filter(({ deadline }) => deadline.left < 0);
	const first = due.find(({ deadline }) => deadline.left >= 0)?.deadline;
	const same = due.filter(({ deadline }) => deadline.day === first?.day);
	return { late, next: first ? { day: first.day, count: same.length, soon: first.left <= SOON_DAYS } : null };
}

/** The most pressing first; what is uploaded presses nobody. */
export function byDeadline(documents: readonly RegisterDocument[]): RegisterDocument[] {
	const left = ({ uploaded, deadline }: RegisterDocument) =>
		uploaded ? Number.MAX_SAFE_INTEGER : (deadline?.left ?? Number.MAX_SAFE_INTEGER - 1);
	return documents.toSorted((one, other) => left(one) - left(other));
}
