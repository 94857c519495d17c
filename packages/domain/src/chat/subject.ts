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

/** What `kind:key` names, the key being its `subjectKey`; null for anything else. */
export function subjectIn(about: string): SubjectRef | null {
	const [kind, key = ''] = split(about, ':');
	if (key === '') return null;
	if (kind === 'task' || kind === 'deficit') return { kind, key };
	if (kind === 'event' || kind === 'consultation') return { kind, id: key };

	const [name = '', number = ''] = split(key, '.');
	if (!/^[1-9]\d{0,5}$/.test(number)) return null;
	if (kind === 'submission') return { kind, id: name, version: Number(number) };
	return kind === 'criterion' ? { kind, key: name, number: Number(number) } : null;
}

/** At the last dot, or the first colon: keys of programmes may hold dots. */
function split(words: string, at: ':' | '.'): string[] {
	const place = at === ':' ? words.indexOf(at) : words.lastIndexOf(at);
	return place < 0 ? [words] : [words.slice(0, place), words.slice(place + 1)];
}
