/** What a message may be about. `place` leads there from the room, whoever asks. */
export type Subject = { title: string; place: string } & SubjectRef;

/** Enough to find it: what a client names and what is compared. */
export type SubjectRef =
	| { kind: 'task'; key: string }
	/** One sending of a task: `id` of the submission. */
	| { kind: 'submission'; id: string; version: number }
	/** A criterion of a task, counted from 1. */
	| { kind: 'criterion'; key: string; number: number }
	| { kind: 'deficit'; key: string }
	/** A meeting in the calendar of the cohort. */
	| { kind: 'event'; id: string }
	/** A time that a tutor offers to the cohort (R63). */
	| { kind: 'consultation'; id: string };

export const SUBJECT_KINDS = ['task', 'submission', 'criterion', 'deficit', 'event', 'consultation'] as const;

/** One word for one thing, the same wherever it is written: an address part, a key of a list. */
export function subjectKey(ref: SubjectRef): string {
	switch (ref.kind) {
		case 'task':
		case 'deficit':
			return ref.key;
		case 'submission':
			return `${ref.id}.${ref.version}`;
		case 'criterion':
			return `${ref.key}.${ref.number}`;
		case 'event':
		case 'consultation':
			return ref.id;
	}
}
